import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IdentityVault } from '#domain/ports/vault.js';
import { as } from '#domain/ids.js';
import type { ExternalId, PlatformId } from '#domain/ids.js';
import { DeskTown } from '#test/support/desk-town.js';

interface StoredReport {
  readonly title: string;
  readonly body: string;
  readonly place: { readonly address?: string };
  readonly sealed_reporter: Buffer;
  readonly reporter_hash: string;
  readonly identity_hashes: string[] | null;
}

const WORDS = '我叫温如玉，楼上漏水。打13800001234或找邻居陈建国先生，身份证11010519491231002X';

let town: DeskTown;
beforeAll(async () => (town = await DeskTown.open()));
afterAll(() => town.end());

const stored = async (externalId: string): Promise<StoredReport> => {
  const [row] = await town.ask<StoredReport>('select * from reports where external_id = $1', [externalId]);
  return row;
};
const vault = (): IdentityVault => town.tools.app.get(IdentityVault);
const opened = async (externalId: string) =>
  vault().open((await stored(externalId)).sealed_reporter, {
    platform: as<PlatformId>('hotline'),
    externalId: as<ExternalId>(externalId),
  });

describe('a report that names persons', () => {
  const order = { callerName: '温如玉', callerPhone: '139 0000 5678', orderTitle: '温如玉家漏水', orderContent: WORDS };

  it('is kept masked, and the vault has its own words', async () => {
    await town.takeIn(['20261120000101', { ...order, address: '帆影路1号温如玉收' }]);

    const report = await stored('20261120000101');
    expect(report.title).toBe('温**家漏水');
    expect(report.body).toBe('我叫温**,楼上漏水。打138****1234或找邻居陈**先生,身份证110***********002X');
    expect(report.place.address).toBe('帆影路1号温**收');
    expect(await opened('20261120000101')).toEqual({
      reporter: { name: '温如玉', phone: '139 0000 5678' },
      original: {
        title: '温如玉家漏水',
        body: WORDS.replaceAll('，', ','),
        address: '帆影路1号温如玉收',
      },
    });
  });

  it('is found by every number it names, and by the caller', async () => {
    const report = await stored('20261120000101');
    expect(report.reporter_hash).toBe(vault().hashOf('13900005678'));
    expect(report.identity_hashes).toEqual([vault().hashOf('13800001234'), vault().hashOf('11010519491231002X')]);
  });

  it('opens for itself only', async () => {
    const { sealed_reporter: sealed } = await stored('20261120000101');
    const owner = { platform: as<PlatformId>('hotline'), externalId: as<ExternalId>('20261120000102') };
    expect(vault().open(sealed, owner)).toBeUndefined();
  });

  it('that is rewritten is masked and sealed anew', async () => {
    const changes = { ...order, address: '', updateTime: '2026-11-20 10:00:00', orderContent: '改打13700009876' };
    await town.takeIn(['20261120000101', changes]);

    const report = await stored('20261120000101');
    expect(report.body).toBe('改打137****9876');
    expect(report.identity_hashes).toEqual([vault().hashOf('13700009876')]);
    expect((await opened('20261120000101'))?.original?.body).toBe('改打13700009876');
  });

  it('that names nobody any more keeps nothing of whom it named', async () => {
    const changes = { ...order, updateTime: '2026-11-20 11:00:00', orderTitle: '漏水', orderContent: '已经不漏了' };
    await town.takeIn(['20261120000101', changes]);

    expect((await stored('20261120000101')).identity_hashes).toBeNull();
    expect(await opened('20261120000101')).toEqual({ reporter: { name: '温如玉', phone: '139 0000 5678' } });
  });

  it('lies in no table in clear, whatever came of it', async () => {
    await town.takeIn(['20261120000103', { orderTitle: '', orderContent: '', callerName: '温如玉' }]);
    const tables = await town.ask<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public'`);
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      const [{ text }] = await town.ask<{ text: string | null }>(`select string_agg(t::text, ' ') as text from "${name}" t`);
      const bytes = Buffer.from(text ?? '').toString('utf8');
      expect(`${name}: ${/温如玉|陈建国|1380000|1390000|13700009|1101051949/.exec(bytes)?.[0]}`).toBe(`${name}: undefined`);
    }
    const raw = await town.ask<{ bytes: Buffer; outcome: string; sealed: boolean }>(
      'select bytes, outcome, sealed from records order by id',
    );
    expect(raw.map(({ outcome, sealed }) => [outcome, sealed])).toEqual([
      ['opened', true],
      ['updated', true],
      ['updated', true],
      ['quarantined', true],
    ]);
    for (const { bytes } of raw) expect(bytes.toString('utf8')).not.toMatch(/温如玉|1390000|139 0000/);
  });
});

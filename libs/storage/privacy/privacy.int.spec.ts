import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Forgetting } from '#domain/ports/forgetting.js';
import { IdentityVault } from '#domain/ports/vault.js';
import { as } from '#domain/ids.js';
import type { ExternalId, PlatformId } from '#domain/ids.js';
import { SealingRecords } from '#identity/sealing-records.js';
import { SealingSecrets } from '#identity/sealing-secrets.js';
import { SealingVault } from '#identity/sealing-vault.js';
import { addActiveKey } from '#identity/vault/change-key-ring.js';
import { loadKeyRing } from '#identity/vault/load-key-ring.js';
import { DeskTown } from '#test/support/desk-town.js';
import { Resealing } from './resealing.js';
import { SealOld } from './seal-old.js';

const NOW = new Date('2026-11-22T08:00:00Z');
const ORDER = '20261120000201';
const OWNER = { platform: as<PlatformId>('hotline'), externalId: as<ExternalId>(ORDER) };
const NAMED = { callerName: '温如玉', callerPhone: '13900005678', orderTitle: '找温如玉', orderContent: '打13800001234' };

let town: DeskTown;
beforeAll(async () => (town = await DeskTown.open()));
afterAll(() => town.end());

beforeEach(async () => {
  await town.empty();
  await town.ask('truncate privacy_work');
  await town.takeIn([ORDER, NAMED], ['20261120000202', { callerPhone: '13700009876', orderTitle: '别的事' }]);
});

const forgetting = (): Forgetting => town.tools.app.get(Forgetting);
const hashOf = (number: string): string => town.tools.app.get(IdentityVault).hashOf(number) ?? '';
const forgotten = () =>
  town.ask<{ id: string }>(
    `select r.external_id as id from reports r join records x using (platform, external_id)
     where r.erased_at is not null and r.sealed_reporter is null and r.reporter_hash is null and r.identity_hashes is null and x.bytes = ''`,
  );

describe('forgetting', () => {
  it.each([
    ['reported', '13900005678'],
    ['is named', '138-0000-1234'],
  ])('a citizen whose number %s takes the seals and the record, and the ledger still balances', async (_, number) => {
    expect(await forgetting().forgetNumber(hashOf(number), NOW)).toBe(1);
    expect(await forgotten()).toEqual([{ id: ORDER }]);
    expect((await town.ledger()).unaccounted).toBe(0);
    expect(await forgetting().forgetNumber(hashOf(number), NOW)).toBe(0);
  });

  it('begins when the time after the closing is over, and not before', async () => {
    const closed = '2024-01-01T00:00:00Z';
    await town.ask(`update cases set closed_at = $1 where id = (select case_id from reports where external_id = $2)`, [
      closed,
      ORDER,
    ]);
    const forget = (closedBefore: string) =>
      forgetting().forgetOver({ nature: 'complaint', closedBefore: new Date(closedBefore) }, NOW, 10);

    expect(await forget('2024-01-01T00:00:00Z')).toBe(0);
    expect(await forget('2024-01-01T00:00:01Z')).toBe(1);
    expect(await forgotten()).toEqual([{ id: ORDER }]);
    expect(await forget('2024-01-01T00:00:01Z')).toBe(0);
  });

  it('leaves a record that cannot be read again, and says so', async () => {
    await forgetting().forgetNumber(hashOf('13900005678'), NOW);
    await town.ask('update records set outcome = null, report_id = null where external_id = $1', [ORDER]);
    await town.takeIn();
    const [{ outcome, faults }] = await town.ask<{ outcome: string; faults: object }>(
      'select outcome, faults from records where external_id = $1',
      [ORDER],
    );
    expect([outcome, faults]).toEqual(['quarantined', [{ field: 'record', message: '原始记录已销毁或无法解封' }]]);
  });
});

describe('sealing what an older release stored', () => {
  /** The rows as they were before there were seals, but for the old seal of the reporter. */
  async function makeOld(): Promise<void> {
    const old = Buffer.from('{"orderNum":"20261120000201","callerPhone":"13900005678"}');
    await town.ask('update records set bytes = $1, sealed = false where external_id = $2', [old, ORDER]);
    await town.ask(
      `update reports set title = '找温如玉', body = '打13800001234', identity_hashes = null where external_id = $1`,
      [ORDER],
    );
    await town.ask(`update reports set sealed_reporter = $1 where external_id = $2`, [
      town.tools.app.get(IdentityVault).seal({ reporter: { name: '温如玉', phone: '13900005678' } }, OWNER),
      ORDER,
    ]);
    await town.ask(`update cases set title = '联系人：温如玉' where id = (select case_id from reports where external_id = $1)`, [
      ORDER,
    ]);
    await town.ask(
      `update case_events set data = data || '{"title": "联系人：温如玉"}' where type = 'case.opened' and case_id = (select case_id from reports where external_id = $1)`,
      [ORDER],
    );
  }

  it('masks and seals, chains the histories anew, and does nothing the second time', async () => {
    await makeOld();
    const changed = new Map<string, number>();
    const told = (table: string, count: number): void => void changed.set(table, (changed.get(table) ?? 0) + count);
    await town.tools.app.get(SealOld).sealAll(1, told);

    expect(changed).toEqual(
      new Map([
        ['records', 1],
        ['reports', 2],
        ['cases', 1],
      ]),
    );
    const [row] = await town.ask<{
      title: string;
      body: string;
      sealed_reporter: Buffer;
      identity_hashes: string[];
      case_title: string;
      sealed: boolean;
    }>(
      `select r.title, r.body, r.sealed_reporter, r.identity_hashes, c.title as case_title, x.sealed from reports r
       join cases c on c.id = r.case_id join records x using (platform, external_id) where external_id = $1`,
      [ORDER],
    );
    expect(row).toMatchObject({ title: '找温**', body: '打138****1234', case_title: '联系人：温**', sealed: true });
    expect(row.identity_hashes).toEqual([hashOf('13800001234')]);
    expect(town.tools.app.get(IdentityVault).open(row.sealed_reporter, OWNER)?.original).toEqual({
      title: '找温如玉',
      body: '打13800001234',
    });
    expect((await town.ledger()).unaccounted).toBe(0);

    changed.clear();
    await town.tools.app.get(SealOld).sealAll(1, told);
    expect(changed).toEqual(new Map());
  });
});

describe('a rotation of the keys', () => {
  it('makes every seal anew, goes on where it was broken off, and then nothing needs the old key', async () => {
    const [{ key: old }] = await town.tools.app.get(Resealing).keysInUse();
    const before = await town.ask<{ sealed_reporter: Buffer }>('select sealed_reporter from reports where external_id = $1', [
      ORDER,
    ]);
    const fresh = await addActiveKey(town.data);
    const keys = await loadKeyRing(town.data);
    const seals = {
      vault: new SealingVault(keys),
      records: new SealingRecords(keys.ring),
      secrets: new SealingSecrets(keys.ring),
    };
    const resealing = new Resealing(town.tools.source, seals);
    const breakOff = resealing.reseal(fresh, 1, () => {
      throw new Error('the power went');
    });
    await expect(breakOff).rejects.toThrow('the power went');
    expect((await resealing.keysInUse()).map(({ key }) => key)).toEqual([fresh, old].sort());

    expect(await resealing.reseal(fresh, 2, () => undefined)).toBe(0);

    expect((await resealing.keysInUse()).map(({ key }) => key)).toEqual([fresh]);
    const after = await town.ask<{ sealed_reporter: Buffer }>('select sealed_reporter from reports where external_id = $1', [
      ORDER,
    ]);
    expect(seals.vault.open(after[0].sealed_reporter, OWNER)).toEqual(
      town.tools.app.get(IdentityVault).open(before[0].sealed_reporter, OWNER),
    );
    expect(seals.vault.open(after[0].sealed_reporter, OWNER)?.reporter?.name).toBe('温如玉');
  });
});

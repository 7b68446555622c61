import { afterEach, describe, expect, it } from '@jest/globals';
import { CasePipeline } from '#pipeline/case-pipeline.js';
import { as } from '#domain/ids.js';
import type { PlatformId } from '#domain/ids.js';
import { RecordStore } from '#domain/ports/record-store.js';
import { RecordSeal } from '#domain/ports/vault.js';
import { anOrder } from '#test/support/builders/an-order.js';
import { queueBackends } from '#test/support/queue-backends.js';
import { Town } from '#test/support/town.js';

const hotline = as<PlatformId>('hotline');

describe.each(queueBackends())('a record that cannot be read, doorbells on $name', (backend) => {
  let town: Town;
  afterEach(() => town.end());

  it('goes to quarantine with its bytes and reason, the others go on, and it can be tried again', async () => {
    town = await Town.open({ backend, matters: 1, seed: 5 });
    const hub = await town.startHub({ HUB_ROLES: 'api' });
    const inbox = hub.app.get(RecordStore, { strict: false });
    const pipeline = hub.app.get(CasePipeline, { strict: false });
    await inbox.stage({
      platform: hotline,
      unreadable: [],
      records: [
        { externalId: as('20261120000001'), bytes: anOrder('20261120000001') },
        { externalId: as('20261120000002'), bytes: anOrder('20261120000002', { callTime: '0001-01-01 00:00:00' }) },
        { externalId: as('20261120000003'), bytes: Buffer.from('{"orderNum": "20261120000003", "orderTi') },
      ],
    });

    expect(await pipeline.ingest(hotline)).toBe(3);

    const quarantined = await town.query<{ id: string; external_id: string; faults: { field: string }[]; bytes: Buffer }>(
      `select id, external_id, faults, bytes from records where outcome = 'quarantined' order by id`,
    );
    expect(quarantined.map(({ external_id }) => external_id)).toEqual(['20261120000002', '20261120000003']);
    expect(quarantined[0].faults[0].field).toBe('callTime');
    const opened = hub.app
      .get(RecordSeal, { strict: false })
      .open(quarantined[1].bytes, { platform: hotline, externalId: as('20261120000003') });
    expect(Buffer.from(opened ?? []).toString()).toBe('{"orderNum": "20261120000003", "orderTi');
    expect((await town.ledger()).unaccounted).toBe(0);
    expect(await inbox.retryQuarantined(quarantined.map(({ id }) => as(id)))).toBe(2);
    expect(await pipeline.ingest(hotline)).toBe(2);
    expect((await town.ledger()).days).toMatchObject([{ pulled: 3, opened: 1, quarantined: 2, waiting: 0, unaccounted: 0 }]);
  });

  it('that breaks the database is found by halving and set aside alone', async () => {
    town = await Town.open({ backend, matters: 1, seed: 5 });
    const hub = await town.startHub({ HUB_ROLES: 'api' });
    const inbox = hub.app.get(RecordStore, { strict: false });
    const pipeline = hub.app.get(CasePipeline, { strict: false });
    await town.query(`alter table reports add constraint no_poison check (body not like '%毒%')`);
    const records = Array.from({ length: 20 }, (_, index) => `202611200001${String(index).padStart(2, '0')}`).map(
      (id, index) => ({
        externalId: as<never>(id),
        bytes: anOrder(id, index === 13 ? { orderContent: '毒' } : {}),
      }),
    );
    await inbox.stage({ platform: hotline, unreadable: [], records });

    await pipeline.ingest(hotline);

    const [{ worked, aside }] = await town.query<{ worked: number; aside: number }>(
      `select count(*) filter (where outcome in ('opened', 'attached'))::int as worked,
         count(*) filter (where outcome = 'quarantined')::int as aside from records`,
    );
    expect({ worked, aside }).toEqual({ worked: 19, aside: 1 });
    expect((await town.ledger()).unaccounted).toBe(0);
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { as } from '#domain/ids.js';
import type { PlatformId } from '#domain/ids.js';
import { RecordStore } from '#domain/ports/record-store.js';
import { anOrder } from '#test/support/builders/an-order.js';
import { Town } from '#test/support/town.js';
import { CasePipeline } from './case-pipeline.js';

const hotline = as<PlatformId>('hotline');
const ORDERS = ['20261120000001', '20261120000002', '20261120000003', '20261120000004'];

describe('two batches at the same time', () => {
  let town: Town;
  afterEach(() => town.end());

  it('work different records', async () => {
    town = await Town.open({ backend: { name: 'PostgreSQL' }, matters: 1, seed: 5 });
    const hub = await town.startHub({ HUB_ROLES: 'api', HUB_BATCH_SIZE: '2' });
    const records = ORDERS.map((id) => ({ externalId: as<never>(id), bytes: anOrder(id) }));
    await hub.app.get(RecordStore, { strict: false }).stage({ platform: hotline, unreadable: [], records });
    const pipeline = hub.app.get(CasePipeline, { strict: false });

    await Promise.all([pipeline.ingest(hotline), pipeline.ingest(hotline)]);

    expect(await town.query(`select count(*)::int as waiting from records where outcome is null`)).toEqual([{ waiting: 0 }]);
  });
});

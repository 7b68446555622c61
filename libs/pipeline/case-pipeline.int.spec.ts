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

describe('a burst of one letter about forty doors', () => {
  let town: Town;
  afterEach(() => town.end());

  it('waits for an operator from the thirty-first on', async () => {
    town = await Town.open({ backend: { name: 'PostgreSQL' }, matters: 1, seed: 5 });
    const hub = await town.startHub({ HUB_ROLES: 'api' });
    const letter = '本人强烈要求贵单位立即处理楼道内长期堆放杂物影响消防通道的问题,并书面答复处理结果,否则将继续反映到底';
    const records = Array.from({ length: 40 }, (_, at) => {
      const id = String(20261120000100 + at);
      return {
        externalId: as<never>(id),
        bytes: anOrder(id, { orderContent: letter, address: `云岚街道帆影路${100 + 2 * at}号` }),
      };
    });
    await hub.app.get(RecordStore, { strict: false }).stage({ platform: hotline, unreadable: [], records });
    await hub.app.get(CasePipeline, { strict: false }).ingestAll(hotline, new AbortController().signal);

    const [told] = await town.query(
      `select count(*)::int as cases, count(*) filter (where status = 'held' and route->>'because' like '疑似刷单%')::int as held from cases`,
    );
    expect(told).toEqual({ cases: 40, held: 10 });
  });
});

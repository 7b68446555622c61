import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Boundary } from '#test/support/boundary.js';

describe('the watch over the shape of records', () => {
  let boundary: Boundary;
  let wire: (order: Record<string, unknown>) => Record<string, unknown>;
  let count: number;
  beforeEach(async () => {
    count = 0;
    wire = (order) => ({ ...order, level: 3 });
    boundary = await Boundary.open('hotline', {}, (app) => {
      app.addHook('preSerialization', async (_request, _reply, payload) => {
        const { data } = payload as { data?: { list?: Record<string, unknown>[] } };
        return data?.list ? { ...(payload as object), data: { ...data, list: data.list.map((order) => wire(order)) } } : payload;
      });
    });
  });
  afterEach(() => boundary.close());

  /** A new order a minute, each pulled by itself. */
  const orders = async (many: number): Promise<void> => {
    for (let n = 0; n < many; n++) {
      boundary.clock.at = new Date(boundary.clock.at.getTime() + 60_000);
      await boundary.publish(boundary.record(`H${++count}`, boundary.clock.at.toISOString()));
      await boundary.pull();
    }
  };

  it('alerts once when a number becomes a text, names field, example and since when, and tells nobody’s data', async () => {
    await orders(20);
    expect([boundary.told, await boundary.schemas.open()]).toEqual([[], []]);

    wire = (order) => ({ ...order, level: '三级 13800001234' });
    await orders(2);

    const since = new Date('2026-11-22T04:21:00Z');
    const drift = { platform: 'source', path: 'level', type: 'text', before: ['number'], example: '"字字 99999999999"', since };
    expect(await boundary.schemas.open()).toEqual([
      { ...drift, kind: 'changed-type', lastSeen: new Date('2026-11-22T04:22:00Z') },
    ]);
    expect(boundary.told).toEqual([
      {
        facts: { platform: 'source', field: 'level', type: 'text', before: ['number'], example: '"字字 99999999999"', since },
        sentence: 'a platform sends a field with another type than before',
      },
    ]);
    expect(await boundary.schemas.acknowledge(boundary.id, 'level', 'li', boundary.clock.at)).toBe(true);
    await orders(1);
    expect([await boundary.schemas.open(), boundary.told.length]).toEqual([[], 1]);
    expect(await boundary.schemas.acknowledge(boundary.id, 'level', 'li', boundary.clock.at)).toBe(false);
  });

  it('notes a field it does not know once, and its bytes are kept', async () => {
    await orders(20);
    wire = (order) => ({ ...order, level: 3, weather: { sky: '晴' } });
    await orders(2);

    expect((await boundary.schemas.open()).map(({ path, kind, example }) => [path, kind, example])).toEqual([
      ['weather', 'new-field', '{…}'],
    ]);
    expect(boundary.told).toHaveLength(1);
    const [{ bytes }] = await boundary.source.query<{ bytes: Buffer }[]>(`select bytes from records where external_id = 'H21'`);
    expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({ weather: { sky: '晴' } });
  });

  it('looks at ten records a minute, whatever comes', async () => {
    for (let n = 0; n < 8; n++) {
      await boundary.publish(...Array.from({ length: 3 }, () => boundary.record(`H${++count}`, '2026-11-22T03:59:00Z')));
      await boundary.pull();
    }
    const [{ samples }] = await boundary.source.query<{ samples: number }[]>(`select samples from schema_fields where path = ''`);
    expect(samples).toBe(10);
  });

  it('stops no pull when it cannot write', async () => {
    await boundary.source.query('drop table schema_fields');
    await orders(1);
    expect(boundary.told).toMatchObject([{ sentence: 'the shape of records could not be looked at' }]);
    expect(boundary.doorbell.rings).toEqual([{ job: 'ingest-batch', platform: 'source' }]);
  });
});

describe('the watch over records that are no JSON', () => {
  it('reads them as their adapter does', async () => {
    const boundary = await Boundary.open('urban-soap');
    await boundary.publish(boundary.record('U1', '2026-11-22T03:00:00Z'));
    await boundary.pull();
    const rows = await boundary.source.query(
      `select path, type, example from schema_fields where path in ('TASKID', 'UPDATETIME')`,
    );
    await boundary.close();
    expect(rows).toEqual([
      { path: 'TASKID', type: 'text', example: '"A9"' },
      { path: 'UPDATETIME', type: 'text', example: '"9999-99-99A99:99:99"' },
    ]);
  });
});

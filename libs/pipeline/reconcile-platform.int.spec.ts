import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Boundary, COUNTED } from '#test/support/boundary.js';
import type { CountedKind } from '#test/support/boundary.js';

/** Deletes what the hub has of some records, as a restored backup or a clerk with a database client would. */
const lose = async (boundary: Boundary, table: 'records' | 'record_heads', ids: readonly string[]): Promise<void> => {
  await boundary.source.query(`delete from ${table} where external_id = any($1::text[])`, [ids]);
};

const kept = async ({ source }: Boundary, externalId: string): Promise<string[]> => {
  const rows = await source.query<{ bytes: Buffer }[]>('select bytes from records where external_id = $1 order by id', [
    externalId,
  ]);
  return rows.map(({ bytes }) => bytes.toString('utf8'));
};

describe.each(Object.keys(COUNTED) as CountedKind[])('reconciling a %s platform', (kind) => {
  let boundary: Boundary;
  beforeEach(async () => {
    boundary = await Boundary.open(kind, kind === 'file-drop' ? {} : { pageSize: 2 });
    // 20 to 22 November in China; D is so new that no pull need have it
    await boundary.publish(boundary.record('A1', '2026-11-20T01:00:00Z'), boundary.record('A2', '2026-11-20T01:00:00Z'));
    await boundary.publish(boundary.record('A3', '2026-11-20T02:00:00Z'), boundary.record('A4', '2026-11-20T15:59:59Z'));
    await boundary.publish(boundary.record('B1', '2026-11-20T16:00:00Z'), boundary.record('B2', '2026-11-21T09:00:00Z'));
    await boundary.publish(boundary.record('C1', '2026-11-22T03:00:00Z'));
    await boundary.pull();
    boundary.doorbell.rings.length = 0;
  });
  afterEach(() => boundary.close());

  it('finds everything there', async () => {
    expect(await boundary.reconcile()).toMatchObject([
      { kind: 'counted', day: '2026-11-20', atSource: 4, ours: 4, missing: [], healed: [] },
      { kind: 'counted', day: '2026-11-21', atSource: 2, ours: 2, missing: [], healed: [] },
      { kind: 'counted', day: '2026-11-22', atSource: 1, ours: 1, missing: [], healed: [] },
    ]);
    expect([boundary.doorbell.rings, boundary.told]).toEqual([[], []]);
  });

  it('names and heals exactly the records that were lost, byte for byte', async () => {
    const [before] = await kept(boundary, 'A3');
    await lose(boundary, 'records', ['A3', 'B2']);
    await lose(boundary, 'record_heads', ['B2']);

    expect(await boundary.reconcile()).toMatchObject([
      { day: '2026-11-20', atSource: 4, ours: 3, missing: ['A3'], healed: ['A3'] },
      { day: '2026-11-21', atSource: 2, ours: 1, missing: ['B2'], healed: ['B2'] },
      { day: '2026-11-22', missing: [], healed: [] },
    ]);
    expect(await kept(boundary, 'A3')).toEqual([before]);
    expect(boundary.doorbell.rings).toEqual([
      { job: 'ingest-batch', platform: 'source' },
      { job: 'ingest-batch', platform: 'source' },
    ]);
    expect(boundary.told).toMatchObject([
      { facts: { day: '2026-11-20', ids: ['A3'] } },
      { facts: { day: '2026-11-21', ids: ['B2'] } },
    ]);
    boundary.clock.at = new Date('2026-11-22T04:10:00Z');
    expect((await boundary.reconcile()).map((day) => day.kind === 'counted' && day.missing)).toEqual([[], [], []]);
  });

  it('is not deceived by an equal count of other records', async () => {
    await boundary.source.query(`update record_heads set external_id = 'Z9' where external_id = 'A2'`);
    await boundary.source.query(`update records set external_id = 'Z9' where external_id = 'A2'`);

    const [day] = await boundary.reconcile();

    expect(day).toMatchObject({ atSource: 4, ours: 3, missing: ['A2'], healed: ['A2'] });
    expect(await kept(boundary, 'A2')).toHaveLength(1);
  });

  it('misses nothing that no pull can have brought yet', async () => {
    await boundary.publish(boundary.record('D1', '2026-11-22T03:58:00Z'));
    expect((await boundary.reconcile(1))[0]).toMatchObject({ day: '2026-11-22', atSource: 1, missing: [] });
    expect(await kept(boundary, 'D1')).toEqual([]);
  });

  it('finds a record that the platform committed late under an older time than the cursor looks back', async () => {
    await boundary.publish(boundary.record('L1', '2026-11-21T01:00:00Z'));
    expect((await boundary.reconcile(2))[0]).toMatchObject({ day: '2026-11-21', atSource: 3, missing: ['L1'], healed: ['L1'] });
  });

  it('writes down what it found', async () => {
    await lose(boundary, 'records', ['A1']);
    await boundary.reconcile();
    expect(await boundary.comparisons.newest()).toMatchObject([
      {
        kind: 'counted',
        platform: 'source',
        day: '2026-11-22',
        at: new Date('2026-11-22T04:00:00Z'),
        before: new Date('2026-11-22T03:55:00Z'),
      },
      { day: '2026-11-21', atSource: 2, before: new Date('2026-11-21T16:00:00Z') },
      { day: '2026-11-20', atSource: 4, ours: 3, missing: ['A1'], healed: ['A1'] },
    ]);
  });
});

describe('reconciling', () => {
  let boundary: Boundary;
  beforeEach(async () => {
    boundary = await Boundary.open('hotline');
    await boundary.publish(boundary.record('A1', '2026-11-20T01:00:00Z'));
  });
  afterEach(() => boundary.close());

  const due = () => {
    const [first, lease] = [new Date('2026-11-22T18:30:00Z'), new Date('2026-11-22T20:00:00Z')];
    return boundary.comparisons.takeDue([boundary.id], first, lease);
  };

  it('compares nothing before the first good pull', async () => {
    expect(await boundary.reconcile()).toEqual([]);
  });

  it('writes down that a platform was away, asks for no further day, and tries again half an hour later', async () => {
    await boundary.pull();
    await boundary.app.close();

    expect(await boundary.reconcile()).toMatchObject([{ kind: 'failed', day: '2026-11-20', code: 'PLATFORM_UNREACHABLE' }]);
    expect(await boundary.comparisons.newest()).toMatchObject([{ kind: 'failed', code: 'PLATFORM_UNREACHABLE' }]);
    expect(boundary.told).toMatchObject([{ facts: { code: 'PLATFORM_UNREACHABLE', day: '2026-11-20' } }]);
    boundary.clock.at = new Date('2026-11-22T04:29:59Z');
    expect(await due()).toEqual([]);
    boundary.clock.at = new Date('2026-11-22T04:30:00Z');
    expect(await due()).toEqual(['source']);
  });

  it('comes by itself at half past two in the night after a platform was met, once', async () => {
    expect(await due()).toEqual([]);
    boundary.clock.at = new Date('2026-11-22T18:29:59Z');
    expect(await due()).toEqual([]);
    boundary.clock.at = new Date('2026-11-22T18:30:00Z');
    expect([await due(), await due()]).toEqual([['source'], []]);
  });
});

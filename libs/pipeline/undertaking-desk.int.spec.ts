import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { loadReference } from '#config/load-reference.js';
import { projectRoot } from '#config/project-root.js';
import { hashEvent } from '#domain/case/event-chain.js';
import { as } from '#domain/ids.js';
import type { DepartmentId, PartnerId, UndertakingId } from '#domain/ids.js';
import { drawLedger } from '#domain/ledger/ledger.js';
import type { UndertakingSubject } from '#domain/undertaking/undertaking.js';
import { UuidV7 } from '#runtime/uuid-v7.js';
import type { DataSource } from '#storage/data-source.js';
import { createDataSource } from '#storage/data-source.js';
import { SqlLedgerBook } from '#storage/sql-ledger-book.js';
import { SqlUndertakingBook } from '#storage/sql-undertaking-book.js';
import { aSubject } from '#test/support/builders/an-undertaking.js';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import { emptyTables } from '#test/support/empty-tables.js';
import { ConfiguredCity } from './configured-city.js';
import type { AskedCommand, UndertakingRequest } from './undertaking-desk.js';
import { UndertakingDesk } from './undertaking-desk.js';
import { WatchUndertakings } from './watch-undertakings.js';

const NOON = new Date('2026-11-20T04:00:00Z');
const owner = as<DepartmentId>('urban-management');
const VOLUNTEERS = as<PartnerId>('denghuo-volunteers');
const BUILDERS = as<PartnerId>('lanyu-builders');
const NOBODY = as<UndertakingId>('0190a000-0000-7000-8000-000000000099');
const days = (count: number): Date => new Date(NOON.getTime() + count * 86_400_000);
const CLAIM: AskedCommand = { command: 'claim', partner: VOLUNTEERS, owner };

describe('the counter for the lists, on PostgreSQL', () => {
  const clock = { at: NOON, now: () => clock.at };
  let database: TestDatabase;
  let source: DataSource;
  let desk: UndertakingDesk;
  let watch: WatchUndertakings;
  let requests = 0;

  beforeAll(async () => {
    database = await freshDatabase();
    source = createDataSource({ url: database.url, poolSize: 8 });
    await source.initialize();
    const { reference } = loadReference(join(projectRoot(), 'config', 'demo'), {});
    const deadlines = { ...reference.deadlines, warnAtShare: 0.8 };
    const book = new SqlUndertakingBook(source);
    desk = new UndertakingDesk(book, new ConfiguredCity({ ...reference, deadlines }, 1000), { clock, ids: new UuidV7() });
    watch = new WatchUndertakings(book, clock);
  });
  afterAll(async () => {
    await source?.destroy();
    await database?.drop();
  });
  beforeEach(async () => {
    clock.at = NOON;
    await emptyTables(source, ['undertakings', 'undertaking_receipts']);
  });

  const nextRequest = (): string => `request-${(requests += 1)}`;
  const open = async (changes: Partial<UndertakingSubject> = {}, dueAt?: Date): Promise<UndertakingId> => {
    const pledge = dueAt && { owner, dueAt };
    return (await desk.open({ subject: aSubject(changes), pledge, actor: 'operator:li', requestId: nextRequest() })).id;
  };
  const ask = (id: UndertakingId, command: AskedCommand, more: Partial<UndertakingRequest> = {}) =>
    desk.execute({ id, command, actor: 'operator:li', requestId: nextRequest(), ...more });
  const row = async (id: UndertakingId): Promise<Record<string, unknown>> =>
    (await source.query<Record<string, unknown>[]>('select * from undertakings where id = $1', [id]))[0];
  const history = async (id: UndertakingId): Promise<string[]> =>
    (
      await source.query<{ type: string }[]>('select type from undertaking_events where undertaking_id = $1 order by seq', [id])
    ).map(({ type }) => type.replace('undertaking.', ''));
  const ledger = async () => drawLedger(await new SqlLedgerBook(source).facts());

  it('carries a need from the list to its end, and chains what happened', async () => {
    const id = await open();
    await ask(id, { ...CLAIM, dueAt: days(10) });
    await ask(id, { command: 'start' });
    await ask(id, { command: 'note', note: '选好了位置' });
    expect(await ask(id, { command: 'finish', result: '车棚已启用' })).toMatchObject({
      outcome: 'accepted',
      state: 'done',
      version: 5,
    });

    expect(await row(id)).toMatchObject({
      version: 5,
      state: 'done',
      owner: 'urban-management',
      partner: 'denghuo-volunteers',
      due_at: days(10),
      warn_at: days(8),
      warned_at: null,
      ended_at: NOON,
    });
    const lines = await source.query<{ seq: number; type: string; at: Date; actor: string; data: object; hash: Buffer }[]>(
      'select seq, type, at, actor, data, hash from undertaking_events where undertaking_id = $1 order by seq',
      [id],
    );
    expect(lines.map(({ type }) => type)).toEqual([
      'undertaking.opened',
      'undertaking.claimed',
      'undertaking.started',
      'undertaking.noted',
      'undertaking.finished',
    ]);
    let before: Uint8Array = new Uint8Array(0);
    for (const { seq, hash, ...event } of lines) {
      expect(Buffer.compare(hash, hashEvent(before, seq, event))).toBe(0);
      before = hash;
    }
  });

  it('gives a claim that names no day the usual seven days, and keeps the day of an item', async () => {
    const [need, item] = [await open(), await open({ list: 'item' }, days(30))];
    await ask(need, CLAIM);
    await ask(item, { command: 'claim', partner: VOLUNTEERS });
    expect([(await row(need))['due_at'], (await row(item))['due_at']]).toEqual([days(7), days(30)]);
  });

  it('answers the same request once, and refuses its id for something else', async () => {
    const opening = { subject: aSubject(), actor: 'operator:li', requestId: 'open-once' } as const;
    const [first, second] = [await desk.open(opening), await desk.open(opening)];
    expect(second).toEqual({ ...first, isRepeat: true });
    const answer = await ask(first.id, CLAIM, { requestId: 'claim-once' });
    await ask(first.id, { command: 'start' });
    expect(await ask(first.id, CLAIM, { requestId: 'claim-once' })).toEqual({ ...answer, isRepeat: true });
    await expect(ask(first.id, { command: 'start' }, { requestId: 'claim-once' })).rejects.toMatchObject({
      code: 'REQUEST_REPEATED',
    });
    expect(await history(first.id)).toEqual(['opened', 'claimed', 'started']);
    expect(await source.query('select count(*)::int as count from undertakings')).toEqual([{ count: 1 }]);
  });

  it('refuses what was decided on an older version', async () => {
    const id = await open();
    const note: AskedCommand = { command: 'note', note: '进场施工' };
    await ask(id, CLAIM, { expectedVersion: 1 });
    expect(await ask(id, note, { expectedVersion: 2 })).toMatchObject({ outcome: 'accepted', version: 3 });
    expect(await ask(id, note, { expectedVersion: 2 })).toMatchObject({
      outcome: 'refused',
      code: 'UNDERTAKING_VERSION_STALE',
      legal: ['assign', 'start', 'note', 'drop', 'release'],
    });
    expect(await history(id)).toEqual(['opened', 'claimed', 'noted']);
  });

  it('lets one of many claim', async () => {
    const id = await open();
    const answers = await Promise.all(
      [VOLUNTEERS, BUILDERS, VOLUNTEERS, BUILDERS, VOLUNTEERS].map((partner) => ask(id, { ...CLAIM, partner })),
    );
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['accepted', 'refused', 'refused', 'refused', 'refused']);
    expect(answers.find(({ outcome }) => outcome === 'refused')).toMatchObject({ code: 'UNDERTAKING_MOVE_ILLEGAL' });
    expect(await history(id)).toEqual(['opened', 'claimed']);
  });

  it('lets many send one request with one effect', async () => {
    const id = await open();
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(id, CLAIM, { requestId: 'five-times' })));
    expect(answers.map(({ isRepeat }) => isRepeat).sort()).toEqual([false, true, true, true, true]);
    expect(await history(id)).toEqual(['opened', 'claimed']);
  });

  it('ends a project after its items, and takes no item into one that has ended', async () => {
    const project = await open({ list: 'project' }, days(60));
    const items = [await open({ list: 'item', project }, days(5)), await open({ list: 'item', project }, days(5))];
    await ask(project, { command: 'start' });
    await ask(items[0], { command: 'drop', because: '并入另一事项' });
    const finish: AskedCommand = { command: 'finish', result: '全部完成' };
    const refused = {
      outcome: 'refused',
      code: 'UNDERTAKING_ITEMS_OPEN',
      legal: ['assign', 'note', 'finish', 'drop', 'release'],
    };
    expect(await ask(project, finish)).toMatchObject(refused);
    expect(await ask(project, { command: 'drop', because: '不做了' })).toMatchObject(refused);
    await ask(items[1], { command: 'start' });
    await ask(items[1], finish);
    expect(await ask(project, finish)).toMatchObject({ outcome: 'accepted', state: 'done' });
    await expect(open({ list: 'item', project })).rejects.toMatchObject({ code: 'UNDERTAKING_MOVE_ILLEGAL' });
  });

  it('remembers the case it comes from', async () => {
    await source.query(
      `insert into cases (id, number, version, status, opened_at, title, category, nature, urgency, place, route, last_hash)
       values ($1, 'HL20261120000001', 1, 'held', $2, '楼道充电', 'E0113', 'complaint', 'normal', '{}', '{"kind":"held"}', '')`,
      [NOBODY, NOON],
    );
    const id = await open({ list: 'item', caseNumber: as('HL20261120000001') });
    expect(await row(id)).toMatchObject({ case_number: 'HL20261120000001', list: 'item', owner: null });
    await emptyTables(source, ['cases']);
  });

  it('knows what it is told to belong to', async () => {
    await expect(open({ list: 'item', project: NOBODY })).rejects.toMatchObject({ code: 'UNDERTAKING_UNKNOWN' });
    await expect(open({ list: 'item', project: await open() })).rejects.toMatchObject({ code: 'UNDERTAKING_UNKNOWN' });
    await expect(open({ caseNumber: as('HL0') })).rejects.toMatchObject({ code: 'CASE_UNKNOWN' });
    await expect(ask(NOBODY, CLAIM)).rejects.toMatchObject({ code: 'UNDERTAKING_UNKNOWN' });
  });

  it('warns and rings on time, each once, also after an outage and with the clock set back', async () => {
    const [soon, late, free] = [await open({}, days(10)), await open({}, days(1)), await open()];
    clock.at = new Date(days(8).getTime() - 1);
    await watch.watch();
    expect([await history(soon), await history(late), await history(free)]).toEqual([
      ['opened'],
      ['opened', 'due_soon', 'overdue'],
      ['opened'],
    ]);
    clock.at = days(8);
    await watch.watch();
    await watch.watch();
    clock.at = days(10);
    await watch.watch();
    clock.at = days(9);
    await watch.watch();
    clock.at = days(11);
    await watch.watch();
    expect([await history(soon), await history(late)]).toEqual([
      ['opened', 'due_soon', 'overdue'],
      ['opened', 'due_soon', 'overdue'],
    ]);
    expect(await row(soon)).toMatchObject({ version: 3, warned_at: days(8), overdue_at: days(10) });
    await ask(soon, { command: 'assign', dueAt: days(20) });
    expect(await row(soon)).toMatchObject({ warned_at: null, overdue_at: null, due_at: days(20) });
    clock.at = days(20);
    await watch.watch();
    expect(await history(soon)).toEqual(['opened', 'due_soon', 'overdue', 'assigned', 'due_soon', 'overdue']);
  });

  it('rings more than a thousand that came due in an outage once, however many look', async () => {
    await source.query(
      `insert into undertakings (id, version, list, state, title, what, street, owner, opened_at, due_at, warn_at)
       select gen_random_uuid(), 1, 'item', 'open', '事项', '事项' || n, '云岚街道', 'sanitation', $1, $2, $2 from generate_series(1, 1203) n`,
      [NOON, days(1)],
    );
    const data = {
      list: 'item',
      title: '事项',
      what: '事项',
      street: '云岚街道',
      pledge: { owner: 'sanitation', dueAt: days(1), warnAt: days(1) },
    };
    await source.query(
      `insert into undertaking_events (undertaking_id, seq, type, at, actor, data, hash)
       select id, 1, 'undertaking.opened', opened_at, 'operator:li', $1::jsonb, '' from undertakings`,
      [JSON.stringify(data)],
    );
    clock.at = days(2);
    await Promise.all([watch.watch(), watch.watch(), watch.watch()]);
    await watch.watch();
    const counted = await source.query(
      `select type, count(*)::int as count, count(distinct undertaking_id)::int as of from undertaking_events group by 1 order by 1`,
    );
    expect(counted).toEqual([
      { type: 'undertaking.due_soon', count: 1203, of: 1203 },
      { type: 'undertaking.opened', count: 1203, of: 1203 },
      { type: 'undertaking.overdue', count: 1203, of: 1203 },
    ]);
  });

  it('stands in the ledger, and is missed there when a link breaks', async () => {
    const [need, item, dropped, late] = [
      await open(),
      await open({ list: 'item' }, days(5)),
      await open(),
      await open({ list: 'item' }, days(1)),
    ];
    await open();
    await ask(need, CLAIM);
    await ask(dropped, CLAIM);
    await ask(dropped, { command: 'drop', because: '需求已消除' });
    await ask(item, { command: 'start' });
    await ask(item, { command: 'finish', result: '已完成' });
    clock.at = days(2);
    await watch.watch();
    expect(await ledger()).toMatchObject({ unaccounted: 0, undertakings: { promised: 3, done: 1, overdue: 1, open: 2 } });

    await source.query('update undertakings set owner = null where id = $1', [need]);
    await source.query('delete from undertaking_events where undertaking_id = $1 and seq = 3', [late]);
    const { unaccounted, broken } = await ledger();
    expect([unaccounted, broken]).toEqual([
      2,
      [
        { link: 'a promised undertaking has an owner and a due time', count: 1, examples: [need] },
        { link: 'an undertaking has as many events as its version says', count: 1, examples: [late] },
      ],
    ]);
  });
});

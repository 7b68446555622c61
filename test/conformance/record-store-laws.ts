import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { TransientError } from '#domain/errors.js';
import { as } from '#domain/ids.js';
import type { ExternalId, PlatformId, RecordId } from '#domain/ids.js';
import type { PageToStage, RecordStore } from '#domain/ports/record-store.js';

const HOTLINE = as<PlatformId>('hotline');
const PORTAL = as<PlatformId>('portal');

/** A store that is open, and what can be seen of it from outside. */
export interface OpenedStore {
  readonly store: RecordStore;
  /** The time, which the laws set. */
  setNow(now: Date): void;
  /** External id and text of everything kept of a platform, in the order of its keeping. */
  kept(platform: PlatformId): Promise<readonly (readonly [string, string])[]>;
  /** Ids of what is in quarantine. */
  quarantined(): Promise<readonly RecordId[]>;
  close(): Promise<void>;
}

const record = (externalId: string, text: string) => ({ externalId: as<ExternalId>(externalId), bytes: Buffer.from(text) });

const piece = (text: string) => ({ ...record(`unreadable-${text}`, text), faults: [{ field: '', message: '不是一条记录' }] });

const page = (change: Partial<PageToStage>): PageToStage => ({ platform: HOTLINE, records: [], unreadable: [], ...change });

/** What every inbox must keep, wherever it lies. */
export function recordStoreLaws(open: () => Promise<OpenedStore>): void {
  let opened: OpenedStore;
  let store: RecordStore;
  beforeEach(async () => {
    opened = await open();
    store = opened.store;
    opened.setNow(new Date('2026-11-22T04:00:00Z'));
  });
  afterEach(() => opened.close());

  it('keeps a page with its cursor and counts it', async () => {
    const counted = await store.stage(
      page({ records: [record('1', 'a'), record('2', 'b')], unreadable: [piece('?')], cursor: 'c1' }),
    );
    expect(counted).toMatchObject({ pulled: 3, staged: 2, unchanged: 0, quarantined: 1 });
    expect(await store.cursorOf(HOTLINE)).toBe('c1');
    expect(await opened.kept(HOTLINE)).toEqual([
      ['1', 'a'],
      ['2', 'b'],
      ['unreadable-?', '?'],
    ]);
  });

  it('keeps no record whose bytes are those kept last, and each that differs from them', async () => {
    const texts = ['a', 'a', 'b', 'b', 'a'];
    const staged: number[] = [];
    for (const text of texts) staged.push((await store.stage(page({ records: [record('1', text)] }))).staged);
    expect(staged).toEqual([1, 0, 1, 0, 1]);
    expect(await opened.kept(HOTLINE)).toEqual([
      ['1', 'a'],
      ['1', 'b'],
      ['1', 'a'],
    ]);
  });

  it('keeps the versions of a record that stands in a page more than once in their order', async () => {
    const records = [record('1', 'a'), record('2', 'x'), record('1', 'b'), record('1', 'b'), record('1', 'c')];
    expect(await store.stage(page({ records }))).toMatchObject({ pulled: 5, staged: 4, unchanged: 1, quarantined: 0 });
    expect((await opened.kept(HOTLINE)).filter(([id]) => id === '1')).toEqual([
      ['1', 'a'],
      ['1', 'b'],
      ['1', 'c'],
    ]);
  });

  it('keeps the records of two platforms apart, though their ids are the same', async () => {
    await store.stage(page({ records: [record('1', 'a')], cursor: 'h' }));
    const counted = await store.stage(page({ platform: PORTAL, records: [record('1', 'a')], cursor: 'p' }));
    expect(counted.staged).toBe(1);
    expect([await store.cursorOf(HOTLINE), await store.cursorOf(PORTAL)]).toEqual(['h', 'p']);
    expect(await store.platformsWithWaiting()).toEqual([HOTLINE, PORTAL]);
  });

  it('moves the cursor with an empty page, and leaves it alone when a page brings none', async () => {
    expect(await store.cursorOf(HOTLINE)).toBeUndefined();
    expect(await store.stage(page({ cursor: 'c2' }))).toMatchObject({ pulled: 0, staged: 0, unchanged: 0, quarantined: 0 });
    await store.stage(page({ records: [record('1', 'a')] }));
    expect(await store.cursorOf(HOTLINE)).toBe('c2');
  });

  it('gives what waits, the oldest first, without what is in hand or in quarantine', async () => {
    await store.stage(page({ records: [record('1', 'a'), record('2', 'b')], unreadable: [piece('?')] }));
    await store.stage(page({ records: [record('3', 'c')] }));
    await store.stage(page({ platform: PORTAL, records: [record('9', 'z')] }));
    const all = await store.waiting(HOTLINE, 10, []);
    expect(all.length).toBe(3);
    expect(await store.waiting(HOTLINE, 2, [])).toEqual(all.slice(0, 2));
    expect(await store.waiting(HOTLINE, 10, [all[0]])).toEqual(all.slice(1));
  });

  it('puts back among the waiting what an operator tries again, once', async () => {
    await store.stage(page({ unreadable: [piece('?')] }));
    expect(await store.platformsWithWaiting()).toEqual([]);
    const ids = await opened.quarantined();
    expect(await store.retryQuarantined(ids)).toBe(1);
    expect(await store.retryQuarantined(ids)).toBe(0);
    expect(await store.waiting(HOTLINE, 10, [])).toEqual(ids);
  });

  it('counts failed pulls until one succeeds', async () => {
    const error = new TransientError('PLATFORM_BUSY', 'busy');
    expect(await store.failures(HOTLINE)).toBe(0);
    await store.pullFailed(HOTLINE, error, new Date('2026-11-22T04:01:00Z'));
    await store.pullFailed(HOTLINE, error, new Date('2026-11-22T04:02:00Z'));
    expect(await store.failures(HOTLINE)).toBe(2);
    await store.pullSucceeded(HOTLINE, new Date('2026-11-22T04:03:00Z'));
    expect(await store.failures(HOTLINE)).toBe(0);
  });

  it('gives a due pull to one taker, and again when its lease or its wait is over', async () => {
    const lease = new Date('2026-11-22T04:05:00Z');
    expect(await store.takeDuePulls([HOTLINE, PORTAL], lease)).toEqual([HOTLINE, PORTAL]);
    expect(await store.takeDuePulls([HOTLINE, PORTAL], lease)).toEqual([]);
    await store.pullSucceeded(PORTAL, new Date('2026-11-22T04:01:00Z'));
    opened.setNow(new Date('2026-11-22T04:01:00Z'));
    expect(await store.takeDuePulls([HOTLINE, PORTAL], lease)).toEqual([PORTAL]);
    opened.setNow(lease);
    expect(await store.takeDuePulls([HOTLINE], new Date('2026-11-22T04:10:00Z'))).toEqual([HOTLINE]);
  });

  it('takes a page of bytes that are no text, and ids that a database might trip over', async () => {
    const odd = { externalId: as<ExternalId>(`'; drop table records; --\\x00 "1"`), bytes: Uint8Array.from([0, 255, 92, 39]) };
    expect((await store.stage(page({ records: [odd] }))).staged).toBe(1);
    expect((await store.stage(page({ records: [odd] }))).unchanged).toBe(1);
  });
}

import { describe, expect, it } from '@jest/globals';
import type { Cursor } from '#domain/ports/platform-adapter.js';
import { listedJson } from '../formats/listed-json.js';
import { countFromNewest, walkFromNewest } from './newest-walk.js';

const NOW = '2026-11-22T04:00:00Z';
const at = (minutesAgo: number): string => new Date(Date.parse(NOW) - minutesAgo * 60_000).toISOString();

/** A platform's list as it stands, and how a hub reads it. */
class Listing {
  rows: { id: string; changed: string }[] = [];
  now = new Date(NOW);
  readonly asked: number[] = [];
  cursor: Cursor | undefined;
  countShown: (rows: number) => number | undefined = (rows) => rows;

  /** Rows n … m, the n-th changed n minutes ago. */
  constructor(first: number, last: number) {
    for (let n = first; n <= last; n++) this.rows.push({ id: `r${n}`, changed: at(n) });
  }

  private get walk() {
    return {
      fetch: async (start: number) => {
        this.asked.push(start);
        const names = { id: 'id', changedAt: 'changed' };
        const items = this.rows.slice(start, start + 5).map((row) => listedJson(row, names, { zone: 'utc', formats: ['iso'] }));
        return { items, total: this.countShown(this.rows.length) };
      },
      pageSize: 5,
      overlapSeconds: 60,
      fullPullMinutes: 360,
      windowDays: 1,
      now: () => this.now,
    };
  }

  /** Ids of one pull; `afterPage` may change the list, and ends the pull like a crash when it says so. */
  async pull(afterPage: (page: number) => boolean | void = () => undefined): Promise<string[]> {
    this.asked.length = 0;
    const ids = new Set<string>();
    let pages = 0;
    for await (const page of walkFromNewest(this.walk, this.cursor)) {
      for (const { externalId } of page.records) ids.add(externalId);
      this.cursor = page.next;
      if (afterPage(++pages) === false) break;
    }
    return [...ids];
  }

  async count(from: string, before: string): Promise<string[]> {
    const span = { day: '2026-11-22' as never, from: new Date(from), before: new Date(before) };
    const ids = new Set<string>();
    for await (const page of countFromNewest(this.walk, span)) for (const { externalId } of page.records) ids.add(externalId);
    return [...ids];
  }

  change(id: string, changed: string): void {
    this.rows = this.rows.map((row) => (row.id === id ? { id, changed } : row));
  }

  /** Puts the list in the order the platform promises. */
  sort(): void {
    this.rows.sort((a, b) => (a.changed < b.changed ? 1 : -1));
  }
}

const rowsOf = (first: number, last: number): string[] => Array.from({ length: last - first + 1 }, (_, n) => `r${first + n}`);

describe('a pull of a list with the newest on top', () => {
  it('reads it to its end the first time, each page beginning with the last row of the one before', async () => {
    const list = new Listing(1, 14);
    expect(await list.pull()).toEqual(rowsOf(1, 14));
    expect(list.asked).toEqual([0, 4, 8, 12]);
  });

  it('stops at rows older than the last pull once the whole list was in order', async () => {
    const list = new Listing(10, 60);
    await list.pull();
    list.rows.unshift({ id: 'new', changed: at(1) });
    expect(await list.pull()).toEqual(['new', 'r10', 'r11', 'r12', 'r13']);
    expect(list.asked).toEqual([0]);
  });

  it('reads on through everything within the overlap', async () => {
    const list = new Listing(10, 40);
    list.rows = list.rows.map((row, n) => ({ ...row, changed: n < 12 ? at(10) : row.changed }));
    await list.pull();
    expect(await list.pull()).toHaveLength(13);
    expect(list.asked).toEqual([0, 4, 8]);
  });

  it('never stops early in a list that is not in order of change', async () => {
    const list = new Listing(1, 40);
    list.change('r33', at(2)); // by creation: what changed stays where it was
    await list.pull();
    list.change('r35', at(0));
    expect(await list.pull()).toEqual(rowsOf(1, 40));
    list.change('r37', at(0));
    expect(await list.pull()).toEqual(rowsOf(1, 40));
  });

  it('goes on to the end when it meets disorder on its way', async () => {
    const list = new Listing(1, 40);
    await list.pull();
    list.change('r3', at(0));
    expect(await list.pull()).toEqual(rowsOf(1, 40));
  });

  it('stops early again once a whole pull has found the list in order', async () => {
    const list = new Listing(1, 40);
    list.change('r33', at(2));
    await list.pull();
    list.sort();
    await list.pull();
    await list.pull();
    expect(list.asked).toEqual([0]);
  });

  it('pulls the whole window again when it is time, and what it then finds changed in silence', async () => {
    const list = new Listing(1, 40);
    list.rows.push({ id: 'old', changed: at(3000) }, { id: 'older', changed: at(4000) }, { id: 'oldest', changed: at(5000) });
    list.rows.push(...Array.from({ length: 10 }, (_, n) => ({ id: `ancient${n}`, changed: at(6000 + n) })));
    await list.pull();
    list.now = new Date('2026-11-22T09:59:00Z');
    await list.pull();
    expect(list.asked).toEqual([0]);
    list.now = new Date('2026-11-22T10:00:00Z');
    const again = await list.pull();
    expect(again).toEqual(expect.arrayContaining(rowsOf(1, 40)));
    expect(again).not.toContain('ancient9');
    await list.pull();
    expect(list.asked).toEqual([0]);
  });

  it('does not believe a time in the far future', async () => {
    const list = new Listing(1, 20);
    list.rows.unshift({ id: 'future', changed: '2037-05-01T00:00:00Z' });
    await list.pull();
    list.rows.splice(1, 0, { id: 'new', changed: at(0) });
    expect(await list.pull()).toContain('new');
    expect(list.asked).toEqual([0]);
  });

  it('misses nothing when rows come in on top meanwhile', async () => {
    const list = new Listing(1, 30);
    const ids = await list.pull((page) => void (page <= 4 && list.rows.unshift({ id: `n${page}`, changed: at(0) })));
    expect(ids).toEqual(expect.arrayContaining(rowsOf(1, 30)));
    expect(await list.pull()).toEqual(expect.arrayContaining(['n1', 'n2', 'n3', 'n4']));
  });

  it.each([1, 2, 3, 7, 12])('misses nothing when %i rows are taken away above it', async (gone) => {
    const list = new Listing(1, 40);
    const ids = await list.pull((page) => void (page === 4 && list.rows.splice(0, gone)));
    expect(ids).toEqual(expect.arrayContaining(rowsOf(gone + 1, 40)));
    expect(list.asked.length).toBeLessThan(20);
  });

  it.each([1, 2, 3, 4, 5])('misses nothing when it is broken off behind page %i and the list moves', async (broken) => {
    const list = new Listing(1, 24);
    const first = await list.pull((page) => page < broken);
    list.change('r2', at(0));
    list.change('r20', at(0));
    list.rows.splice(4, 1);
    list.sort();
    const second = await list.pull();
    expect(second).toEqual(expect.arrayContaining(['r2', 'r20']));
    expect([...first, ...second]).toEqual(expect.arrayContaining(list.rows.map(({ id }) => id)));
  });

  it('believes rows rather than the count', async () => {
    const list = new Listing(1, 12);
    list.countShown = () => 5;
    expect(await list.pull()).toEqual(rowsOf(1, 12));
    list.cursor = undefined;
    list.countShown = () => undefined;
    expect(await list.pull()).toEqual(rowsOf(1, 12));
  });
});

describe('a recount of such a list', () => {
  it('gives what changed within the span', async () => {
    const list = new Listing(1, 40);
    expect(await list.count(at(20), at(10))).toEqual(rowsOf(11, 20));
  });

  it('finds what the platform changed without moving it up', async () => {
    const list = new Listing(1, 40);
    list.rows.push({ id: 'deep', changed: at(15) });
    expect(await list.count(at(20), at(10))).toContain('deep');
  });

  it('reads no further than the window below the span', async () => {
    const list = new Listing(1, 40);
    list.rows.push(...Array.from({ length: 50 }, (_, n) => ({ id: `o${n}`, changed: at(5000 + n) })));
    await list.count(at(20), at(10));
    expect(list.asked.length).toBeLessThan(13);
  });
});

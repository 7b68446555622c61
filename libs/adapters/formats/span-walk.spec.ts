import { describe, expect, it } from '@jest/globals';
import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import type { ListedItem } from './time-walk.js';
import { walkSpan } from './span-walk.js';

const SPAN = { day: '2026-11-21', from: new Date('2026-11-20T16:00:00Z'), before: new Date('2026-11-21T16:00:00Z') };
const now = (): Date => new Date('2026-11-22T04:00:00Z');

const entry = (id: string, changedAt: string | undefined): ListedItem => ({
  changedAt: changedAt === undefined ? undefined : new Date(changedAt),
  entry: { record: { externalId: as<ExternalId>(id), bytes: Buffer.from(id) } },
});
const LIST = [
  entry('a', '2026-11-20T16:00:00Z'),
  entry('b', '2026-11-21T01:00:00Z'),
  entry('c', '2026-11-21T01:00:00Z'),
  entry('d', '2026-11-21T01:00:00Z'),
  entry('e', '2026-11-21T15:59:59Z'),
  entry('f', '2026-11-21T16:00:00Z'),
  entry('g', '2026-11-22T01:00:00Z'),
  entry('h', '2026-11-22T02:00:00Z'),
  entry('i', '2026-11-22T03:00:00Z'),
];

async function walked(list: readonly ListedItem[], stated = true): Promise<{ ids: string; asked: number }> {
  let asked = 0;
  const fetch = async (from: Date, page: number) => {
    asked++;
    const found = list.filter(({ changedAt }) => changedAt === undefined || changedAt >= from);
    return { items: found.slice((page - 1) * 2, page * 2), total: stated ? found.length : undefined };
  };
  const ids = new Set<string>();
  for await (const page of walkSpan({ fetch, pageSize: 2, now }, SPAN)) {
    for (const { externalId } of page.records) ids.add(externalId);
  }
  return { ids: [...ids].sort().join(''), asked };
}

describe('walking the span of a day', () => {
  it('gives every record that changed within it and stops behind it', async () => {
    const { ids, asked } = await walked(LIST);
    expect(ids).toBe('abcde');
    expect(asked).toBeLessThan(9);
  });

  it('gives the same of a list with the newest first', async () => {
    expect((await walked([...LIST].reverse())).ids).toBe('abcde');
    expect((await walked([...LIST].reverse(), false)).ids).toBe('abcde');
  });

  it('is not ended by a list with the newest first whose newest came at once', async () => {
    const burst = [entry('y', '2026-11-22T03:30:00Z'), entry('z', '2026-11-22T03:30:00Z')];
    expect((await walked([...burst, ...[...LIST].reverse()])).ids).toBe('abcde');
  });

  it('gives the same of a list in no order', async () => {
    expect((await walked([LIST[6], LIST[0], LIST[8], LIST[4], LIST[2], LIST[5], LIST[1], LIST[7], LIST[3]])).ids).toBe('abcde');
  });

  it('is not ended by a record from the far future', async () => {
    expect((await walked([LIST[0], entry('z', '2099-01-01T00:00:00Z'), ...LIST.slice(1)])).ids).toBe('abcde');
  });

  it('gives a record whose time nobody can read', async () => {
    expect((await walked([LIST[0], entry('x', undefined), ...LIST.slice(1)])).ids).toBe('abcdex');
  });
});

import { describe, expect, it } from '@jest/globals';
import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import { believableTimes, orderOf } from './list-order.js';
import type { ListedItem } from './listed-page.js';

const listed = (at: string | undefined): ListedItem => ({
  changedAt: at === undefined ? undefined : new Date(at),
  entry: { record: { externalId: as<ExternalId>('1'), bytes: new Uint8Array() } },
});

describe('the order of a list', () => {
  it.each([
    [[1, 2, 2, 3], undefined, 'oldest-first'],
    [[3, 2, 2, 1], undefined, 'other'],
    [[1, 3, 2], undefined, 'other'],
    [[2, 2, 2], undefined, 'unknown'],
    [[2], undefined, 'unknown'],
    [[], 5, 'unknown'],
    [[2, 2], 1, 'oldest-first'],
    [[2, 2], 3, 'other'],
    [[2, 2], 2, 'unknown'],
  ] as const)('of the times %j behind %j is %s', (times, before, order) => {
    expect(orderOf(times, before)).toBe(order);
  });

  it('is not told by times from the far future, or by none', () => {
    const items = [
      listed('2026-11-22T03:00:00Z'),
      listed(undefined),
      listed('2037-05-01T00:00:00Z'),
      listed('2026-11-23T03:59:59Z'),
    ];
    expect(believableTimes(items, new Date('2026-11-22T04:00:00Z'))).toEqual([
      Date.parse('2026-11-22T03:00:00Z'),
      Date.parse('2026-11-23T03:59:59Z'),
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { as, type CategoryCode } from '../ids.js';
import type { Category } from '../reference/reference.js';
import type { DutyItem } from '../routing/duty-item.js';
import type { TimeLimit, TimeUnit } from './deadline-policy.js';
import { commonItemLimits } from './item-limits.js';

const well = as<CategoryCode>('P0101');
const categories = new Map<CategoryCode, Category>([
  [well, { code: well, name: '上水井盖', className: '公用设施', sort: 'component', siblings: [] }],
]);
const item = (number: number, limit: TimeLimit): DutyItem => ({
  code: `P0101-0${number}`,
  name: `事项${number}`,
  category: well,
  limit,
  filing: '井盖有问题',
  closing: '修好',
});
const limitOf = (...limits: [number, TimeUnit][]) =>
  commonItemLimits(categories, new Map([[well, limits.map(([amount, unit], index) => item(index + 1, { amount, unit }))]])).get(
    well,
  );

describe('commonItemLimits', () => {
  it("takes the limit most of a category's items share", () => {
    expect(limitOf([5, 'working-day'], [4, 'urgent-hour'], [4, 'urgent-hour'])).toEqual({
      name: '上水井盖',
      limit: { amount: 4, unit: 'urgent-hour' },
    });
  });

  it.each<[TimeUnit, number, TimeUnit, number]>([
    ['working-hour', 4, 'urgent-hour', 4],
    ['working-day', 5, 'natural-day', 6],
    ['natural-day', 2, 'urgent-hour', 47],
    ['working-day', 2, 'working-hour', 15],
  ])('takes of as many %s (%d) and %s (%d) the former, which is longer', (longer, more, shorter, less) => {
    expect(limitOf([less, shorter], [more, longer])?.limit).toEqual({ amount: more, unit: longer });
    expect(limitOf([more, longer], [less, shorter])?.limit).toEqual({ amount: more, unit: longer });
  });

  it('says nothing of a category without items', () => {
    expect(limitOf()).toBeUndefined();
    expect(commonItemLimits(categories, new Map()).size).toBe(0);
  });
});

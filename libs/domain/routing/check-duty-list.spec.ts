import { describe, expect, it } from '@jest/globals';
import { as, type CategoryCode, type DepartmentId } from '../ids.js';
import { buildDutyList } from './build-duty-list.js';
import { checkDutyList } from './check-duty-list.js';
import type { Duty } from './duty-list.js';

const category = as<CategoryCode>('E0101');
const streets = new Map([
  ['甲街道', new Set(['一社区', '二社区'])],
  ['乙街道', new Set(['三社区'])],
]);
const line = (nth: number, place: { street?: string; community?: string } = {}): Duty => ({
  line: nth,
  category,
  ...place,
  lead: as<DepartmentId>('city'),
  coHandlers: [],
});
const check = (...duties: Duty[]) =>
  checkDutyList(buildDutyList({ duties, componentOwners: [], territory: new Map() }), [category], streets).map((problem) =>
    problem.kind === 'hole' ? problem.streets : [problem.first.line, problem.second.line],
  );

describe('checkDutyList', () => {
  it('finds nothing where a line holds everywhere', () => {
    expect(check(line(1), line(2, { street: '甲街道' }), line(3, { street: '甲街道', community: '一社区' }))).toEqual([]);
  });

  it('names a category that nobody leads', () => {
    expect(check()).toEqual([[]]);
  });

  it('names the streets in which nobody leads it', () => {
    expect(check(line(1, { street: '甲街道' }))).toEqual([['乙街道']]);
    expect(check(line(1, { street: '甲街道', community: '一社区' }))).toEqual([['甲街道', '乙街道']]);
  });

  it('takes a street as led when each of its communities is', () => {
    expect(check(line(1, { community: '一社区' }), line(2, { street: '甲街道', community: '二社区' }))).toEqual([['乙街道']]);
  });

  it('finds two lines of the same place, not two of different width', () => {
    expect(check(line(1), line(2, { street: '甲街道' }), line(3, { street: '甲街道' }))).toEqual([[2, 3]]);
    expect(check(line(1), line(2))).toEqual([[1, 2]]);
  });
});

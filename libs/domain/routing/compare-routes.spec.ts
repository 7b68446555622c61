import { describe, expect, it } from '@jest/globals';
import { as, type CaseNumber, type CategoryCode, type DepartmentId } from '../ids.js';
import { buildDutyList } from './build-duty-list.js';
import { CompareRoutes, type RoutedCase } from './compare-routes.js';
import type { Route } from './route.js';

const department = (id: string): DepartmentId => as<DepartmentId>(id);
const list = buildDutyList({
  duties: [{ line: 1, category: as<CategoryCode>('E0101'), lead: department('parks'), coHandlers: [] }],
  componentOwners: [],
  territory: new Map([['听潮街道', department('tingchao')]]),
});
const routed = (lead: string): Route => ({
  kind: 'routed',
  lead: department(lead),
  coHandlers: [],
  rule: 'duty-list',
  confidence: 1,
  because: '',
  candidates: [],
});
const went = (number: number, code: string, route: Route, street?: string): RoutedCase => ({
  number: as<CaseNumber>(`HL${number}`),
  went: route,
  subject: { category: as<CategoryCode>(code), nature: 'help', place: { street }, title: '', body: '', returnedBy: [] },
});

describe('CompareRoutes', () => {
  it('groups what would go elsewhere by where from, where to and the rule, the most frequent first', () => {
    const compare = new CompareRoutes(list, undefined);
    compare.add(went(1, 'E0202', { kind: 'held', because: '', candidates: [] }, '听潮街道'));
    for (let number = 2; number < 9; number += 1) compare.add(went(number, 'E0101', routed('sanitation')));
    compare.add(went(9, 'E0101', routed('parks')));
    compare.add(went(10, 'E0202', routed('sanitation')));
    expect(compare.result()).toEqual({
      cases: 10,
      elsewhere: 9,
      moves: [
        {
          from: { department: 'sanitation', rule: 'duty-list' },
          to: { department: 'parks', rule: 'duty-list' },
          cases: 7,
          examples: ['HL2', 'HL3', 'HL4', 'HL5', 'HL6'],
        },
        { from: { rule: 'operator' }, to: { department: 'tingchao', rule: 'territory' }, cases: 1, examples: ['HL1'] },
        { from: { department: 'sanitation', rule: 'duty-list' }, to: { rule: 'operator' }, cases: 1, examples: ['HL10'] },
      ],
    });
  });
});

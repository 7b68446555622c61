import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { as, type CategoryCode, type DepartmentId } from '../ids.js';
import { buildDutyList, type DutyLines } from './build-duty-list.js';
import type { Duty } from './duty-list.js';
import type { RouteSubject } from './route.js';
import { routeCase } from './route-case.js';

const departments = fc.constantFrom('a', 'b', 'c', 'd').map((id) => as<DepartmentId>(id));
const streets = fc.constantFrom('甲街道', '乙街道');
const communities = fc.constantFrom('一社区', '二社区');
const maybe = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(values, { nil: undefined });

const duties: fc.Arbitrary<Duty> = fc.record({
  line: fc.integer({ min: 1, max: 99 }),
  category: fc.constantFrom('E0101', 'E0102').map((code) => as<CategoryCode>(code)),
  street: maybe(streets),
  community: maybe(communities),
  lead: departments,
  coHandlers: fc.array(departments, { maxLength: 2 }),
});

const lists: fc.Arbitrary<DutyLines> = fc.record({
  duties: fc.array(duties, { maxLength: 8 }),
  componentOwners: fc.array(fc.record({ prefix: fc.constantFrom('1', '12', '2'), owner: departments }), { maxLength: 3 }),
  territory: fc.array(fc.tuple(streets, departments)).map((pairs) => new Map(pairs)),
});

const subjects: fc.Arbitrary<RouteSubject> = fc.record({
  category: fc.constantFrom('E0101', 'E0102', 'E0103').map((code) => as<CategoryCode>(code)),
  nature: fc.constant('help' as const),
  place: fc.record({
    street: maybe(streets),
    community: maybe(communities),
    componentCode: maybe(fc.constantFrom('1', '123', '9')),
  }),
  title: fc.constant(''),
  body: fc.constant(''),
  returnedBy: fc.uniqueArray(departments),
});

describe('routing as a law', () => {
  it('answers everything, the same each time, and never with a department that returned the case', () => {
    fc.assert(
      fc.property(lists, subjects, (lines, subject) => {
        const route = routeCase(subject, buildDutyList(lines));
        expect(route.because).not.toBe('');
        expect(routeCase(subject, buildDutyList(lines))).toEqual(route);
        if (route.kind === 'routed') {
          expect(subject.returnedBy).not.toContain(route.lead);
          expect(route.coHandlers).not.toContain(route.lead);
        }
      }),
    );
  });

  it('is not moved by a line of another category', () => {
    fc.assert(
      fc.property(lists, subjects, duties, (lines, subject, duty) => {
        fc.pre(duty.category !== subject.category);
        const more = { ...lines, duties: [...lines.duties, duty] };
        expect(routeCase(subject, buildDutyList(more))).toEqual(routeCase(subject, buildDutyList(lines)));
      }),
    );
  });

  it('is not moved by the order of lines that stand in different places', () => {
    fc.assert(
      fc.property(lists, subjects, (lines, subject) => {
        const distinct = [
          ...new Map(lines.duties.map((duty) => [`${duty.category}${duty.street}${duty.community}`, duty])).values(),
        ];
        const there = buildDutyList({ ...lines, duties: distinct });
        const back = buildDutyList({ ...lines, duties: distinct.toReversed() });
        expect(routeCase(subject, back)).toEqual(routeCase(subject, there));
      }),
    );
  });
});

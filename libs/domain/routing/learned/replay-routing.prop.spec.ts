import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { as, type CategoryCode, type DepartmentId } from '../../ids.js';
import { OnlineRouter } from './online-router.js';
import { foretell, scoreRouting, type PastCase } from './replay-routing.js';

const newRouter = (): OnlineRouter =>
  new OnlineRouter({ wanted: 0.92, aliases: new Map(), nameOf: () => undefined, exists: () => true });

const pastCase: fc.Arbitrary<PastCase> = fc
  .record({
    id: fc.string(),
    code: fc.constantFrom('E0101', 'E0102', 'A0301'),
    community: fc.constantFrom('一社区', '二社区', undefined),
    day: fc.integer({ min: 0, max: 300 }),
    title: fc.string({ maxLength: 8 }),
    department: fc.constantFrom('a', 'b', 'c', undefined),
  })
  .map(({ id, code, community, day, title, department }) => ({
    id,
    department: department === undefined ? undefined : as<DepartmentId>(department),
    subject: {
      category: as<CategoryCode>(code),
      nature: 'help' as const,
      place: { community },
      title,
      body: '',
      reportedAt: new Date(Date.UTC(2026, 0, 1) + day * 86_400_000),
      returnedBy: [],
    },
  }));

describe('foretelling as a law', () => {
  it('never knows what comes later, its own case’s department least of all', () => {
    fc.assert(
      fc.property(fc.array(pastCase, { minLength: 1, maxLength: 40 }), fc.nat(), (cases, chosen) => {
        const from = chosen % cases.length;
        const otherwise = cases.map((past, index) => (index < from ? past : { ...past, department: as<DepartmentId>('other') }));
        const [told, toldOtherwise] = [cases, otherwise].map((list) =>
          [...foretell(list, newRouter())].slice(0, from + 1).map(({ candidates, automatic }) => ({ candidates, automatic })),
        );
        expect(toldOtherwise).toEqual(told);
      }),
      { numRuns: 40 },
    );
  });

  it('names at most three, each once, surest first, with confidences from 0 to 1', () => {
    fc.assert(
      fc.property(fc.array(pastCase, { maxLength: 40 }), (cases) => {
        for (const { candidates } of foretell(cases, newRouter())) {
          const confidences = candidates.map(({ confidence }) => confidence);
          expect(candidates.length).toBeLessThanOrEqual(3);
          expect(new Set(candidates.map(({ department }) => department)).size).toBe(candidates.length);
          expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
          for (const confidence of confidences) expect(confidence >= 0 && confidence <= 1).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('scoreRouting', () => {
  const told = (department: string | undefined, candidates: readonly string[], automatic: boolean) => ({
    past: { ...fc.sample(pastCase, 1)[0], department: department === undefined ? undefined : as<DepartmentId>(department) },
    candidates: candidates.map((id) => ({ department: as<DepartmentId>(id), confidence: 0.5 })),
    automatic,
  });

  it('counts the cases whose department is known, renamed ones by their present name', () => {
    const foretold = [
      told('a', ['a', 'b', 'c'], true),
      told('b', ['a', 'b', 'c'], true),
      told('old-c', ['c', 'b', 'a'], true),
      told('d', ['a', 'b', 'c'], false),
      told(undefined, ['a'], true),
    ];
    expect(scoreRouting(foretold, (id) => (id === 'old-c' ? as<DepartmentId>('c') : id))).toEqual({
      top1: 0.5,
      top3: 0.75,
      automatic: { share: 0.75, right: 0.6667 },
    });
  });

  it('is 0 where nothing is known', () => {
    expect(scoreRouting([], (id) => id)).toEqual({ top1: 0, top3: 0, automatic: { share: 0, right: 0 } });
  });
});

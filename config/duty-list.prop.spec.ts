import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { join } from 'node:path';
import { as, type CategoryCode } from '#domain/ids.js';
import type { Place } from '#domain/report/report.js';
import { UNCLASSIFIED } from '#domain/report/report.js';
import { routeCase } from '#domain/routing/route-case.js';
import { loadReference } from './load-reference.js';
import { projectRoot } from './project-root.js';

const { reference } = loadReference(join(projectRoot(), 'config', 'demo'), {});
const categories = [...reference.categories.keys()];
const departments = [...reference.departments.keys()];
const grids = [...reference.grids.values()];
const said = { nature: 'complaint', title: '', body: '' } as const;

const places = fc.record({
  grid: fc.option(fc.constantFrom(...grids), { nil: undefined }),
  componentCode: fc.option(fc.constantFrom('3702990137090001', '3702990101000001', '1'), { nil: undefined }),
});

describe('the duty list as a law', () => {
  it('has exactly one known lead for every category in every grid', () => {
    const wrong = categories.flatMap((category) =>
      grids.flatMap(({ code, street, community }) => {
        const route = routeCase({ ...said, category, place: { street, community }, returnedBy: [] }, reference.duties);
        const isFine = route.kind === 'routed' && route.rule === 'duty-list' && reference.departments.has(route.lead);
        return isFine ? [] : [`${category} ${code}`];
      }),
    );
    expect(categories.length * grids.length).toBe(28_608);
    expect(wrong).toEqual([]);
  });

  it('goes to one lead or, with the reason, to the operators, whoever returned it and whatever is unknown of it', () => {
    const subjects = fc.record({
      category: fc.constantFrom(...categories, UNCLASSIFIED, as<CategoryCode>('X0001')),
      place: places,
      returnedBy: fc.uniqueArray(fc.constantFrom(...departments), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(subjects, ({ category, place: { grid, componentCode }, returnedBy }) => {
        const place: Place = { street: grid?.street, community: grid?.community, componentCode };
        const route = routeCase({ ...said, category, place, returnedBy }, reference.duties);
        expect(route.because.length).toBeGreaterThan(8);
        if (route.kind === 'held') return;
        expect(reference.departments.has(route.lead)).toBe(true);
        expect(returnedBy).not.toContain(route.lead);
        expect(route.coHandlers).not.toContain(route.lead);
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { chooseLimits } from '#domain/deadline/choose-limits.js';
import { as, type CategoryCode } from '#domain/ids.js';
import { gridIndex } from '#domain/reference/find-grid.js';
import type { Grid } from '#domain/reference/reference.js';
import { routeCase } from '#domain/routing/route-case.js';
import { loadReference } from './load-reference.js';
import { projectRoot } from './project-root.js';

const { reference } = loadReference(join(projectRoot(), 'config', 'demo'), {});
const grids = [...reference.grids.values()];

const middle = ({ ring }: Grid): [number, number] => {
  const corners = ring.slice(0, -1);
  const mean = (axis: 0 | 1): number => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
  return [mean(0), mean(1)];
};

const route = (category: string, place: { street?: string; community?: string; componentCode?: string }) => {
  const subject = {
    category: as<CategoryCode>(category),
    nature: 'complaint' as const,
    place,
    title: '',
    body: '',
    returnedBy: [],
  };
  return routeCase(subject, reference.duties);
};

describe('the demo city', () => {
  it('finds every grid by its middle', () => {
    const index = gridIndex(grids);
    expect(grids.filter((grid) => index.find(...middle(grid)) !== grid)).toEqual([]);
  });

  it('knows which grids share a border, from the map', () => {
    const { neighbours } = reference.matching;
    expect(neighbours?.get('370299001001001')).toEqual(['370299001001002', '370299001001004']);
    expect(neighbours?.size).toBe(96);
    expect(
      [...(neighbours ?? [])].every(([code, others]) => others.every((other) => neighbours?.get(other)?.includes(code))),
    ).toBe(true);
  });

  it('numbers its grids with fifteen digits, in four streets and sixteen communities', () => {
    expect(grids.filter(({ code }) => !/^370299\d{9}$/u.test(code))).toEqual([]);
    expect(new Set(grids.map(({ street }) => street)).size).toBe(4);
    expect(new Set(grids.map(({ community }) => community)).size).toBe(16);
  });

  it('has a lead for every category in every community', () => {
    const homeless = [...reference.categories.keys()].filter((category) =>
      grids.some(({ street, community }) => route(category, { street, community }).kind === 'held'),
    );
    expect(homeless).toEqual([]);
  });

  it.each([
    ['E0405', { street: '望屿街道', community: '枫台社区' }, 'urban-management'],
    ['E0405', { street: '听潮街道', community: '礁石社区' }, 'street-tingchao'],
    ['E0405', { street: '听潮街道', community: '灯塔里社区' }, 'culture-tourism'],
    ['P0137', { street: '云岚街道', community: '岚前社区', componentCode: '3702990137090001' }, 'housing-construction'],
    ['P0107', { componentCode: '3702990107000012' }, 'telecom'],
  ])('sends %s in %j to %s', (category, place, lead) => {
    expect(route(category, place)).toMatchObject({ kind: 'routed', lead });
  });

  it.each([
    ['UNCLASSIFIED', 'normal', '一般诉求 7 个自然日 (本市)'],
    ['E0113', 'normal', '责任清单 E0113 道路破损 5 个工作日'],
    ['A0501', 'urgent', '责任清单 A0501 供热服务 24 个紧急工作时'],
    ['A0501', 'emergency', '特急诉求 2 个紧急工作时 (本市)'],
    ['E0110', 'normal', 'E0110 诉求 4 个工作时 (本市)'],
    ['P0102', 'emergency', 'P0102 特急诉求 2 个紧急工作时 (本市)'],
  ] as const)('limits %s, %s', (category, urgency, because) => {
    const limits = chooseLimits(reference.deadlines, { category: as<CategoryCode>(category), nature: 'complaint', urgency });
    expect(limits.map(({ clock }) => clock)).toEqual(['accept', 'dispatch', 'sign', 'first-contact', 'resolve']);
    expect(limits.at(-1)?.because).toBe(because);
  });
});

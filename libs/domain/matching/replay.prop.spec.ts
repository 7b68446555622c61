import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MatchSubject } from './match-subject.js';
import { replay } from './replay.js';
import { SAMPLE_POLICY, sampleSubject } from './sample-subject.js';

/** Four matters, each told by three citizens in words of their own; the third and fourth are one template about two streets. */
const LETTERS: Readonly<Record<string, readonly string[]>> = {
  pit: ['柳荫路12号门前路面塌陷', '柳荫路12号门口的路塌陷了一个大坑', '路面塌陷,就在柳荫路12号旁边'],
  lamp: ['滨河公园北门路灯整夜不亮', '滨河公园北门那一排路灯坏了不亮', '晚上滨河公园北门的路灯不亮'],
  east: ['学府路菜市场占道经营严重影响通行', '学府路菜市场摊贩占道经营', '占道经营的摊贩把学府路菜市场堵了'],
  west: ['青禾路菜市场占道经营严重影响通行', '青禾路菜市场摊贩占道经营', '占道经营的摊贩把青禾路菜市场堵了'],
};
const REPORTS = Object.entries(LETTERS).flatMap(([matter, letters]) =>
  letters.map((title, at) => sampleSubject({ id: `${matter}-${at}`, title, body: `${title},请尽快处理。`, category: 'E0113' })),
);
const POLICY = { ...SAMPLE_POLICY, attachFrom: 10 };

function clustersOf(subjects: readonly MatchSubject[]): string[] {
  const cases = new Map<string, string[]>();
  for (const { subject, caseId } of replay(subjects, POLICY)) {
    cases.set(caseId, [...(cases.get(caseId) ?? []), subject.externalId]);
  }
  return [...cases.values()].map((members) => members.sort().join(' ')).sort();
}

describe('matching in any order of arrival', () => {
  it('comes to the same cases where matters are clearly apart', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(REPORTS, { minLength: REPORTS.length }), (order) => {
        expect(clustersOf(order)).toEqual([
          'east-0 east-1 east-2',
          'lamp-0 lamp-1 lamp-2',
          'pit-0 pit-1 pit-2',
          'west-0 west-1 west-2',
        ]);
      }),
      { numRuns: 200 },
    );
  });

  it('puts equal reports together whatever comes between them', () => {
    const twins = ['t1', 't2'].map((id) =>
      sampleSubject({ id, title: '桃源里3栋电梯停运', body: '桃源里3栋电梯停运三天了,老人上不了楼' }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray([...REPORTS, ...twins], { minLength: REPORTS.length + 2 }), (order) => {
        expect(clustersOf(order)).toContain('t1 t2');
      }),
    );
  });
});

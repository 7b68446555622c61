import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { as } from '../ids.js';
import { blockKeys, lockSlots, searchKeys } from './block-keys.js';
import { decideMatch } from './decide-match.js';
import type { MatchSubject } from './match-subject.js';
import { SAMPLE_POLICY, sampleSubject } from './sample-subject.js';
import { SIGNALS } from './matching-policy.js';
import { ReportInHand } from './report-in-hand.js';
import { scoreOf, scorePair } from './score-pair.js';

const words = fc.string({
  unit: fc.constantFrom(...'建国路临江街阳光花园小区栋号楼十三8 9积水井盖灯杆A3区', '。'),
  maxLength: 40,
});
const place = fc.record(
  {
    address: fc.constantFrom('建国路88号', '建国路90号', '阳光花园3栋', '临江街'),
    longitude: fc.double({ min: 119.99, max: 120.01, noNaN: true }),
    latitude: fc.double({ min: 35.99, max: 36.01, noNaN: true }),
    gridCode: fc.constantFrom('G1', 'G2', 'G3'),
    street: fc.constantFrom('云岚街道', '澄湾街道'),
    componentCode: fc.constantFrom('p1', 'p2'),
  },
  { requiredKeys: [] },
);
const subject: fc.Arbitrary<MatchSubject> = fc
  .record(
    {
      id: fc.constantFrom('1', '2', '3', '4'),
      platform: fc.constantFrom('hotline', 'urban', 'grid'),
      at: fc.constantFrom('2026-06-01T08:00:00Z', '2026-06-20T08:00:00Z', '2026-09-01T08:00:00Z'),
      category: fc.constantFrom('E0113', 'E0505', 'A0201', 'UNCLASSIFIED'),
      place,
      caller: fc.constantFrom('f00d', 'beef'),
      relayOf: fc.record(
        { platform: fc.constantFrom('hotline', 'urban'), externalId: fc.constantFrom('1', '2') },
        { requiredKeys: ['externalId'] },
      ),
      title: words,
      body: words,
    },
    { requiredKeys: ['id', 'platform'] },
  )
  .map(sampleSubject);

describe('matching', () => {
  it('scores a pair the same from either side', () => {
    fc.assert(
      fc.property(subject, subject, (a, b) => {
        const [there, back] = [scorePair(a, b, SAMPLE_POLICY), scorePair(b, a, SAMPLE_POLICY)];
        expect(there.shares.map(({ signal, share }) => [signal, share])).toEqual(
          back.shares.map(({ signal, share }) => [signal, share]),
        );
        expect(there.score).toBe(back.score);
      }),
      { numRuns: 400 },
    );
  });

  it('never leaves a pair early that matters, whatever the weights', () => {
    const weights = fc.tuple(...SIGNALS.map(() => fc.integer({ min: -10, max: 10 })));
    fc.assert(
      fc.property(subject, subject, weights, fc.double({ min: -20, max: 20, noNaN: true }), (a, b, points, mattersFrom) => {
        const policy = { ...SAMPLE_POLICY, weights: Object.fromEntries(SIGNALS.map((signal, at) => [signal, points[at]])) };
        const { score } = scorePair(a, b, policy);
        const quick = scoreOf(new ReportInHand(a, policy), b, mattersFrom);
        if (quick >= mattersFrom) expect(quick).toBe(score);
        else expect(score).toBeLessThanOrEqual(quick);
      }),
      { numRuns: 1000 },
    );
  });

  it('locks a common slot whenever one report could find the other', () => {
    fc.assert(
      fc.property(subject, subject, fc.constantFrom(16, 1024, 65_536), (a, b, slots) => {
        const stored = new Set(blockKeys(b));
        const mine = new Set(lockSlots(a, slots));
        if (searchKeys(a).some((key) => stored.has(key))) expect(lockSlots(b, slots).some((slot) => mine.has(slot))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('looks for a report under all the keys it is stored under, and stays within its bounds', () => {
    fc.assert(
      fc.property(subject, (a) => {
        const [stored, searched] = [blockKeys(a), searchKeys(a)];
        expect(searched).toEqual(expect.arrayContaining(stored));
        expect(stored.length).toBeLessThanOrEqual(12);
        expect(searched.length).toBeLessThanOrEqual(20);
      }),
    );
  });

  it('decides the same whatever the order of cases and members, and its shares add up', () => {
    const candidates = fc.array(fc.array(subject, { minLength: 1, maxLength: 3 }), { maxLength: 4 });
    fc.assert(
      fc.property(subject, candidates, (report, groups) => {
        const cases = groups.map((members, i) => ({ caseId: as<never>(`c${i}`), members }));
        const decision = decideMatch(report, cases, SAMPLE_POLICY);
        expect(decideMatch(report, [...cases].reverse(), SAMPLE_POLICY)).toEqual(decision);
        if (decision.kind === 'new') return;
        expect(decision.shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(decision.score, 6);
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { as } from '../ids.js';
import { blockKeys, lockSlots, searchKeys } from './block-keys.js';
import { decideMatch } from './decide-match.js';
import type { MatchSubject } from './match-subject.js';
import { SIGNALS, type MatchingPolicy } from './matching-policy.js';
import { GramCounts, Rarity } from './rarity.js';
import { ReportInHand } from './report-in-hand.js';
import { SAMPLE_POLICY, sampleSubject } from './sample-subject.js';
import { scoreOf, scorePair } from './score-pair.js';
import { profileText } from './text-profile.js';

const unit = fc.constantFrom(...'建国路临江街阳光花园小区栋号楼十三8 9积水井盖灯杆A3区', '。');
const words = fc.string({ unit, maxLength: 40 });
/** So long that only a sample of its grams is kept. */
const letter = fc.string({ unit, minLength: 300, maxLength: 400 });
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
      body: fc.oneof({ weight: 4, arbitrary: words }, letter),
    },
    { requiredKeys: ['id', 'platform'] },
  )
  .map(sampleSubject);

const counts = new GramCounts();
for (const text of ['建国路积水', '建国路井盖', '临江街路灯'])
  for (let at = 0; at < 900; at += 1) counts.add(profileText('', text));
const LEARNED = new Rarity(counts);
/** Weights are data: nobody says that they are positive. */
const weights = fc
  .array(fc.tuple(fc.constantFrom(...SIGNALS), fc.double({ min: -6, max: 12, noNaN: true })), { maxLength: 30 })
  .map((named) => ({ ...SAMPLE_POLICY.weights, 'rare-words': 1.5, ...Object.fromEntries(named) }));
const policy: fc.Arbitrary<MatchingPolicy> = fc
  .record({ attachFrom: fc.integer({ min: -4, max: 25 }), asked: fc.integer({ min: 0, max: 8 }), weights, unsorted: weights })
  .chain(({ attachFrom, asked, ...rest }) =>
    fc.constantFrom(
      { ...SAMPLE_POLICY, attachFrom, suggestFrom: attachFrom - asked, ...rest },
      { ...SAMPLE_POLICY, attachFrom, suggestFrom: attachFrom - asked, ...rest, rarity: LEARNED },
    ),
  );

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

  it('scores a pair without the explanation as with it', () => {
    fc.assert(
      fc.property(subject, subject, policy, (a, b, rules) => {
        const { score, shares } = scorePair(a, b, rules);
        expect(scoreOf(new ReportInHand(a, rules), b)).toBe(score);
        expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(score, 6);
      }),
      { numRuns: 400 },
    );
  });

  it('leaves a pair early only where it could not have come up to what matters', () => {
    fc.assert(
      fc.property(subject, subject, policy, fc.double({ min: -12, max: 25, noNaN: true }), (a, b, rules, mattersFrom) => {
        const { score } = scorePair(a, b, rules);
        const said = scoreOf(new ReportInHand(a, rules), b, mattersFrom);
        if (score >= mattersFrom) expect(said).toBe(score);
        else expect(said >= score && said < mattersFrom).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('weighs to the end whatever just comes up to what matters', () => {
    const few = fc.tuple(...SIGNALS.map(() => fc.constantFrom(0, 0, 0, 1.5, 6, -4)));
    const spares = fc.constantFrom(0, 0.001, 0.1, 2);
    fc.assert(
      fc.property(subject, subject, few, spares, fc.boolean(), (a, b, points, spare, isSameText) => {
        const named = Object.fromEntries(SIGNALS.map((signal, at) => [signal, points[at]]));
        const rules = { ...SAMPLE_POLICY, weights: named, unsorted: named };
        const other = isSameText ? { ...b, text: a.text } : b;
        const { score } = scorePair(a, other, rules);
        expect(scoreOf(new ReportInHand(a, rules), other, score - spare)).toBe(score);
      }),
      { numRuns: 2_000 },
    );
  });

  it('decides as if every pair were weighed to the end', () => {
    const candidates = fc.array(fc.array(subject, { minLength: 1, maxLength: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(subject, candidates, policy, (report, groups, rules) => {
        const cases = groups.map((members, i) => ({ caseId: as<never>(`c${i}`), members }));
        const toTheEnd = decideMatch(report, cases, rules, (member) => scorePair(report, member, rules).score);
        expect(decideMatch(report, cases, rules)).toEqual(toTheEnd);
      }),
      { numRuns: 300 },
    );
  });
});

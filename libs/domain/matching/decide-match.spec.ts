import { describe, expect, it } from '@jest/globals';
import { as } from '../ids.js';
import { decideMatch } from './decide-match.js';
import { explainMatch } from './explain-match.js';
import type { MatchCandidate, MatchSubject } from './match-subject.js';
import { SAMPLE_POLICY, sampleSubject } from './sample-subject.js';

const HERE = { address: '建国路88号', longitude: 120, latitude: 36 };
const report = (id: string, sample: Parameters<typeof sampleSubject>[0] = {}): MatchSubject =>
  sampleSubject({ id, category: 'E0113', place: HERE, title: '路面塌陷', ...sample });
const caseOf = (caseId: string, members: readonly MatchSubject[], closedAt?: string): MatchCandidate => ({
  caseId: as(caseId),
  members,
  ...(closedAt !== undefined && { closedAt: new Date(closedAt) }),
});

describe('decideMatch', () => {
  it('opens a new case when nothing is near', () => {
    expect(decideMatch(report('a'), [], SAMPLE_POLICY)).toEqual({ kind: 'new' });
    expect(decideMatch(report('a'), [caseOf('c1', [])], SAMPLE_POLICY)).toEqual({ kind: 'new' });
  });

  it('attaches a report to the open case of the same spot and sort, and names its nearest member', () => {
    const decision = decideMatch(
      report('a'),
      [caseOf('c1', [report('b', { at: '2026-06-10T08:00:00Z' }), report('c')])],
      SAMPLE_POLICY,
    );
    expect(decision).toMatchObject({ kind: 'attach', caseId: 'c1', nearest: 'c', relation: 'same-matter' });
  });

  it('asks an operator when the evidence is thin', () => {
    const vague = report('a', { place: { address: '建国路' }, title: '坑' });
    expect(decideMatch(vague, [caseOf('c1', [report('b')])], SAMPLE_POLICY)).toMatchObject({ kind: 'suggest', caseId: 'c1' });
  });

  it('opens a new case next door', () => {
    const nextDoor = report('a', { place: { ...HERE, address: '建国路90号' }, title: '有大坑' });
    expect(decideMatch(nextDoor, [caseOf('c1', [report('b')])], SAMPLE_POLICY)).toEqual({ kind: 'new' });
  });

  it('links a report that comes after the closing without joining it', () => {
    const decision = decideMatch(
      report('a', { at: '2026-06-05T08:00:00Z' }),
      [caseOf('c1', [report('b')], '2026-06-03T08:00:00Z')],
      SAMPLE_POLICY,
    );
    expect(decision).toMatchObject({ kind: 'recurrence', caseId: 'c1', relation: 'recurrence' });
  });

  it('joins a late copy of a report that was made before the closing', () => {
    const decision = decideMatch(report('a'), [caseOf('c1', [report('b')], '2026-06-01T08:00:00Z')], SAMPLE_POLICY);
    expect(decision).toMatchObject({ kind: 'attach', caseId: 'c1', relation: 'same-matter' });
  });

  it('joins a relay to its case whatever its age and state', () => {
    const copy = sampleSubject({
      id: 'u1',
      platform: 'urban',
      at: '2026-09-01T08:00:00Z',
      relayOf: { platform: 'hotline', externalId: 'b' },
    });
    const decision = decideMatch(copy, [caseOf('c1', [report('b')], '2026-06-03T08:00:00Z')], SAMPLE_POLICY);
    expect(decision).toMatchObject({ kind: 'attach', caseId: 'c1', nearest: 'b', relation: 'relay' });
  });

  it('prefers the open successor of a closed case', () => {
    const closed = caseOf('c1', [report('b')], '2026-06-01T07:00:00Z');
    const open = caseOf('c2', [report('c', { at: '2026-06-02T08:00:00Z' })]);
    expect(decideMatch(report('a'), [closed, open], SAMPLE_POLICY)).toMatchObject({ kind: 'attach', caseId: 'c2' });
  });

  it('takes points off for members that look like strangers, so that chains do not drift', () => {
    const far = { longitude: 120.01, latitude: 36.01 };
    const strangers = ['s1', 's2'].map((id) => report(id, { place: far, title: '店外经营', category: 'A0201' }));
    const decision = decideMatch(report('a'), [caseOf('c1', [report('b'), ...strangers])], SAMPLE_POLICY);
    expect(explainMatch(decision).find(({ signal }) => signal === 'case')?.share).toBe(-8.25);
  });

  it('asks about further cases that are near, and about none once a case is a crowd', () => {
    const vague = report('v', { place: { address: '建国路' }, title: '坑' });
    const joined = caseOf('c1', [report('b')]);
    const further = caseOf('c2', [report('c', { place: { address: '建国路' }, title: '坑' })]);
    const decision = decideMatch(report('a'), [joined, further], SAMPLE_POLICY);
    expect(decision).toMatchObject({ kind: 'attach', caseId: 'c1', others: [{ caseId: 'c2', nearest: 'c' }] });
    const crowd = caseOf(
      'c1',
      Array.from({ length: 8 }, (_, at) => report(`b${at}`)),
    );
    expect(decideMatch(report('a'), [crowd, further], SAMPLE_POLICY)).toMatchObject({ kind: 'attach', caseId: 'c1', others: [] });
    expect(decideMatch(vague, [joined], SAMPLE_POLICY)).toMatchObject({ kind: 'suggest', caseId: 'c1', others: [] });
  });

  it('breaks ties by case id, whatever the order of the candidates', () => {
    const [first, second] = [caseOf('c1', [report('b')]), caseOf('c2', [report('b')])];
    expect(decideMatch(report('a'), [second, first], SAMPLE_POLICY)).toEqual(
      decideMatch(report('a'), [first, second], SAMPLE_POLICY),
    );
    expect(decideMatch(report('a'), [second, first], SAMPLE_POLICY)).toMatchObject({ caseId: 'c1' });
  });
});

describe('explainMatch', () => {
  it('lists the strongest signal first, for or against', () => {
    const decision = decideMatch(
      report('a', { caller: 'f00d' }),
      [caseOf('c1', [report('b', { caller: 'f00d' })])],
      SAMPLE_POLICY,
    );
    expect(
      explainMatch(decision)
        .map(({ signal }) => signal)
        .slice(0, 2),
    ).toEqual(['place-number', 'text']);
  });

  it('has nothing to say of a new case', () => {
    expect(explainMatch({ kind: 'new' })).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { as } from '#domain/ids.js';
import type { CaseId, DepartmentId, GroupingId, ReportId } from '#domain/ids.js';
import { aCase, NOON } from '#test/support/builders/a-case.js';
import type { Case } from './case.js';
import type { CaseStatus } from './case-status.js';
import { judgeLeaving, judgeMerge, judgeUndo, uniteCases } from './decide-grouping.js';
import type { Grouping } from './grouping.js';

const [A, B] = [as<CaseId>('case-a'), as<CaseId>('case-b')];
const a = (status: CaseStatus, facts: Partial<Case> = {}) => aCase({ id: A, number: as('HL1'), status, ...facts });
const b = (status: CaseStatus, facts: Partial<Case> = {}) => aCase({ id: B, number: as('HL2'), status, ...facts });
const report = as<ReportId>('report-1');
const later = new Date(NOON.getTime() + 60_000);

describe('judgeMerge', () => {
  it.each(['held', 'dispatched', 'handling'] as const)('lets a %s case go up in one that is answered', (status) => {
    expect(judgeMerge(a('answered'), b(status))).toBeUndefined();
  });

  it('keeps an answered case, and says that it can take the other in', () => {
    expect(judgeMerge(a('held'), b('answered'))).toEqual({
      code: 'GROUPING_ILLEGAL',
      message: 'HL2 is answered: its citizens have an answer',
      legal: ['merge HL1 into HL2'],
    });
    expect(judgeMerge(a('handled'), b('answered'))?.legal).toEqual([]);
  });

  it('joins nothing to an ended case, which may be reopened', () => {
    expect(judgeMerge(a('closed'), b('held'))).toMatchObject({ legal: ['reopen'] });
    expect(judgeMerge(a('merged'), b('held'))).toMatchObject({ legal: [] });
    expect(judgeMerge(a('held'), b('closed'))).toMatchObject({ message: 'HL2 is closed: it has come to its end', legal: [] });
    expect(judgeMerge(a('held'), a('held'))).toMatchObject({ message: 'HL1 is one case already' });
  });
});

describe('judgeLeaving', () => {
  const all = [
    { id: report, withdrawn: false },
    { id: as<ReportId>('report-2'), withdrawn: false },
    { id: as<ReportId>('report-3'), withdrawn: true },
  ];

  it('lets a report leave as long as somebody stays', () => {
    expect(judgeLeaving(a('closed'), all, [report])).toBeUndefined();
    expect(judgeLeaving(a('held'), all, [report, all[1].id])).toMatchObject({
      message: 'nobody would be left in HL1',
      legal: ['merge'],
    });
  });

  it('knows neither strangers nor the withdrawn', () => {
    expect(judgeLeaving(a('held'), all, [as('report-9')])?.message).toBe('report report-9 is not in HL1');
    expect(judgeLeaving(a('held'), all, [all[2].id])?.message).toContain('was withdrawn');
  });
});

describe('uniteCases', () => {
  it('puts the report’s case into the proposed one, else the other way round', () => {
    expect(uniteCases(a('held'), b('handling'))).toMatchObject({ kind: 'absorb', into: { id: B }, from: { id: A } });
    expect(uniteCases(a('answered'), b('handling'))).toMatchObject({ kind: 'absorb', into: { id: A }, from: { id: B } });
  });

  it('links an open case to the closed one it repeats, whichever was asked about', () => {
    expect(uniteCases(a('held'), b('closed'))).toMatchObject({ kind: 'link', later: { id: A }, earlier: { id: B } });
    expect(uniteCases(a('closed'), b('held'))).toMatchObject({ kind: 'link', later: { id: B }, earlier: { id: A } });
  });

  it.each([
    ['both answered', a('answered'), b('handled')],
    ['both ended', a('closed'), b('refused')],
    ['the other one withdrawn', a('held'), b('withdrawn')],
    ['linked already', a('held', { recurrenceOf: as('case-9') }), b('closed')],
    ['one and the same', a('held'), a('held')],
  ])('does nothing to two cases: %s', (_why, mine, theirs) => {
    expect(uniteCases(mine, theirs)).toEqual({ kind: 'nothing' });
  });
});

describe('judgeUndo', () => {
  const merged = (facts: Partial<Grouping> = {}): Grouping => ({
    id: as<GroupingId>('grouping-1'),
    kind: 'merge',
    actor: 'operator:li',
    because: '同一盏灯',
    at: NOON,
    effect: {
      moves: [{ reportId: report, from: B, to: A }],
      opened: [],
      absorbed: [{ caseId: B, into: A, coHandlers: [] }],
      faced: [],
      stood: { [A]: 'handling', [B]: 'held' },
    },
    ...facts,
  });
  const stands = (held: Case, home: Case = b('merged', { mergedInto: A }), caseId = A, withdrawnAt?: Date) => ({
    cases: new Map([held, home].map((one) => [one.id, one])),
    reports: new Map([[report, { caseId, withdrawnAt }]]),
  });
  const answer = (at: Date) => ({ text: '已修好', department: as<DepartmentId>('water-affairs'), at });

  it('takes a merge back while nobody was answered by it, whatever else moved on', () => {
    expect(judgeUndo(merged(), stands(a('handling', { version: 40 })))).toBeUndefined();
    expect(judgeUndo(merged(), stands(a('answered', { answer: answer(NOON) })))).toBeUndefined();
  });

  it.each([
    ['handed in since', stands(a('handled', { answer: answer(later) })), ['detach']],
    ['closed since', stands(a('closed')), ['detach']],
    ['moved again', stands(a('handling'), b('merged', { mergedInto: A }), as<CaseId>('case-c')), ['undo']],
    ['the home gone up elsewhere', stands(a('handling'), b('merged', { mergedInto: as('case-c') })), ['detach']],
    ['taken back by its citizen', stands(a('handling'), b('merged', { mergedInto: A }), A, later), []],
  ])('comes too late: %s', (_why, standing, legal) => {
    expect(judgeUndo(merged(), standing)).toMatchObject({ code: 'GROUPING_ILLEGAL', legal });
  });

  it('undoes nothing twice, and no undo', () => {
    expect(judgeUndo(merged({ undoneBy: as('grouping-2') }), stands(a('handling')))?.code).toBe('GROUPING_UNDONE');
    expect(judgeUndo(merged({ kind: 'undo' }), stands(a('handling')))?.code).toBe('GROUPING_ILLEGAL');
  });

  it('brings a report back to a case that had ended before, but to none that ended since', () => {
    const detached = merged({
      kind: 'detach',
      effect: { ...merged().effect, absorbed: [], stood: { [A]: 'filed', [B]: 'closed' } },
    });
    expect(judgeUndo(detached, stands(a('dispatched'), b('closed')))).toBeUndefined();
    expect(judgeUndo(detached, stands(a('dispatched'), b('refused')))).toMatchObject({ message: 'HL2 is refused since' });
  });
});

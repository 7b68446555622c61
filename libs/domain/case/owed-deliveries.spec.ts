import { describe, expect, it } from '@jest/globals';
import { as } from '#domain/ids.js';
import type { DepartmentId, GroupingId, ReportId } from '#domain/ids.js';
import { aCase, NOON } from '#test/support/builders/a-case.js';
import type { Case, CaseEvent } from './case.js';
import { evolveCase } from './evolve-case.js';
import type { AttachedReport } from './owed-messages.js';
import { owedDeliveries } from './owed-deliveries.js';

const water = as<DepartmentId>('water-affairs');
const power = as<DepartmentId>('power-supply');
const facts = { categoryName: '路灯', departmentName: () => '水务局', dueAt: { resolve: '2026-11-27T04:00:00.000Z' } };
const aReport = (id: string, platform: string, withdrawn = false): AttachedReport => ({
  id: as(id),
  platform: as(platform),
  externalId: as(`${platform}-${id}`),
  body: '路灯坏了三天',
  withdrawn,
});

const owed = (before: Case, event: CaseEvent, reports: AttachedReport[]) =>
  owedDeliveries(before, evolveCase(before, event), event, reports, facts).map(
    ({ channel, target, type }) => `${channel} ${target} ${type}`,
  );

const dispatched = (lead: DepartmentId): CaseEvent => ({
  type: 'case.dispatched',
  at: NOON,
  actor: 'hub',
  data: { lead, coHandlers: [], because: '责任清单', rule: 'duty-list' },
});
const handled: CaseEvent = { type: 'case.handled', at: NOON, actor: 'hub', data: { department: water, result: '已修好' } };
const attached: CaseEvent = {
  type: 'report.attached',
  at: NOON,
  actor: 'hub',
  data: { reportId: as('2'), relation: 'same-matter', score: 9, shares: [] },
};

describe('what an event makes us owe', () => {
  it('owes a dispatched case to its department', () => {
    expect(owed(aCase({ status: 'filed' }), dispatched(water), [aReport('1', 'hotline')])).toEqual([
      'webhook water-affairs case.dispatched',
    ]);
  });

  it('recalls a case from the department that had it', () => {
    expect(owed(aCase({ status: 'handling', lead: power }), dispatched(water), [aReport('1', 'hotline')])).toEqual([
      'webhook power-supply case.recalled',
      'webhook water-affairs case.dispatched',
    ]);
  });

  it('owes every citizen who has not withdrawn an answer on their own platform', () => {
    const reports = [aReport('1', 'hotline'), aReport('2', 'portal'), aReport('3', 'urban', true)];
    expect(owed(aCase({ status: 'handling', lead: water }), handled, reports)).toEqual([
      'write-back hotline answer',
      'write-back portal answer',
    ]);
  });

  it('tells every citizen who waits how it goes, on their own platform', () => {
    const progressed: CaseEvent = {
      type: 'case.progressed',
      at: NOON,
      actor: 'hub',
      data: { department: water, note: '已派人去看' },
    };
    const reports = [aReport('1', 'hotline'), aReport('2', 'portal'), aReport('3', 'urban', true)];
    expect(owed(aCase({ status: 'handling', lead: water }), progressed, reports)).toEqual([
      'write-back hotline progress',
      'write-back portal progress',
    ]);
  });

  it('owes nobody anything for what was solved on the spot', () => {
    const settled: CaseEvent = {
      type: 'case.settled_on_the_spot',
      at: NOON,
      actor: 'platform:visits',
      data: { how: '当场换了灯泡', solvedAt: '2026-11-20T03:00:00.000Z' },
    };
    expect(owed(aCase({ status: 'filed' }), settled, [aReport('1', 'visits')])).toEqual([]);
  });

  it('tells the department of a report that joins while it works', () => {
    expect(owed(aCase({ status: 'handling', lead: water }), attached, [aReport('2', 'grid')])).toEqual([
      'webhook water-affairs case.report_attached',
    ]);
  });

  it('tells the department of reports that an operator brings or takes away', () => {
    const moved = { grouping: as<GroupingId>('g'), reportIds: [as<ReportId>('2')], because: '核实' };
    const joined: CaseEvent = {
      ...{ type: 'reports.joined', at: NOON, actor: 'operator:li' },
      data: { ...moved, from: as('case-2'), fromNumber: as('HL2') },
    };
    const left: CaseEvent = {
      ...{ type: 'reports.left', at: NOON, actor: 'operator:li' },
      data: { ...moved, to: as('case-2'), toNumber: as('HL2') },
    };
    const working = aCase({ status: 'handling', lead: water });
    expect(owed(working, joined, [aReport('2', 'grid')])).toEqual(['webhook water-affairs case.report_attached']);
    expect(owed(working, left, [aReport('2', 'grid')])).toEqual(['webhook water-affairs case.report_detached']);
    expect(owed(aCase({ status: 'held' }), left, [aReport('2', 'grid')])).toEqual([]);
    expect(owed(working, joined, [])).toEqual([]);
  });

  it('tells the department of a case that went up in another, unless it never heard of it', () => {
    const merged = (departmentKnows: boolean): CaseEvent => ({
      type: 'case.merged',
      at: NOON,
      actor: 'operator:li',
      data: { grouping: as('g'), into: as('case-2'), intoNumber: as('HL2'), because: '核实', departmentKnows },
    });
    const working = aCase({ status: 'handling', lead: water });
    expect(owed(working, merged(true), [])).toEqual(['webhook water-affairs case.merged']);
    expect(owed(working, merged(false), [])).toEqual([]);
  });

  it('answers a report that joins after the answer at once', () => {
    const answer = { text: '已修好', department: water, at: NOON };
    expect(owed(aCase({ status: 'answered', lead: water, answer }), attached, [aReport('2', 'grid')])).toEqual([
      'write-back grid answer',
    ]);
  });
});

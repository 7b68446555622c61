import type { CaseEvent, CaseEventData, CaseEventType } from '#domain/case/case.js';
import { as } from '#domain/ids.js';

const at = '2026-11-30T02:00:00.000Z';
const because = '说明';
const department = as<never>('water-affairs');
const grouping = as<never>('018f0000-0000-7000-8000-00000000000a');
const reportId = as<never>('018f0000-0000-7000-8000-000000000002');
const other = { id: as<never>('018f0000-0000-7000-8000-000000000003'), number: as<never>('HL20261122000002') };
const request = { kind: 'extension', department, reason: because, until: at } as const;
const commitment = { commitment: 1, department, note: '已排水' };

/** Of every type of event one: the type checker asks for a new one here. */
const DATA: { readonly [Type in CaseEventType]: CaseEventData[Type] } = {
  'case.opened': {
    number: as('HL20261122000001'),
    reportId,
    title: '路灯不亮',
    category: as('P0120'),
    nature: 'complaint',
    urgency: 'normal',
    place: {},
  },
  'case.filed': {},
  'case.refused': { code: 'too-vague', reason: because },
  'case.held': { because },
  'case.settled_on_the_spot': { how: '当场办结', solvedAt: at },
  'case.dispatched': { lead: as('urban-management'), coHandlers: [department], because, rule: 'duty-list' },
  'case.signed': { department },
  'case.progressed': { department, note: '已到现场' },
  'case.returned': { department, reason: because },
  'case.handled': { department, result: '已修复' },
  'case.answered': {},
  'case.revisited': { reportId, solved: true, satisfied: true },
  'case.reworked': { because },
  'case.closed': { because },
  'case.reopened': { because },
  'case.withdrawn': { because },
  'case.merged': { grouping, into: other.id, intoNumber: other.number, because, departmentKnows: true },
  'case.restored': { grouping, because },
  'case.recurrence_linked': { grouping, of: other.id, ofNumber: other.number, because },
  'report.attached': { reportId, relation: 'same-matter', score: 9, shares: [] },
  'report.updated': { reportId },
  'report.withdrawn': { reportId },
  'reports.joined': { grouping, reportIds: [reportId], from: other.id, fromNumber: other.number, because },
  'reports.left': { grouping, reportIds: [reportId], to: other.id, toNumber: other.number, because },
  'case.submitted': { department, result: '已修复' },
  'case.checked': { passed: true, note: '已核实' },
  'case.forced_closed': { because },
  'case.co_signed': { department },
  'case.requested': request,
  'case.request_refused': { ...request, because },
  'case.extended': { until: at, reason: because, because },
  'case.suspended': { until: at, because },
  'case.resumed': { because },
  'case.due_soon': { clock: 'resolve', dueAt: at },
  'case.supervised': { level: 'urged', because, clock: 'resolve' },
  'whistle.blown': { id: 1, kind: 'daily', street: as('yunlan'), because, departments: [department] },
  'whistle.answered': { whistle: 1, department },
  'whistle.scored': { whistle: 1, department, score: 90 },
  'meeting.called': { id: 1, kind: 'departments', subject: '排水', at, participants: ['水务局'] },
  'meeting.decided': { meeting: 1, decision: '清淤' },
  'commitment.made': { id: 1, meeting: 1, department, what: '清淤', dueAt: at },
  'commitment.reported': commitment,
  'commitment.kept': commitment,
  'case.claimed': { partner: '云岚建设', dueAt: at, because },
  'case.claim_released': { because },
  'look_back.planned': { looks: 2 },
  'look_back.due': { look: 1 },
  'look_back.done': { look: 1, passed: true, note: '未反弹' },
};

/** An event of every type there is. */
export const EVERY_EVENT = Object.entries(DATA).map(
  ([type, data]) => ({ type, at: new Date('2026-11-22T02:00:00Z'), actor: 'hub', data }) as unknown as CaseEvent,
);

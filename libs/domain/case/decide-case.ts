import type { StagePolicy } from '../deadline/stage-policy.js';
import { USUAL_STAGES } from '../deadline/stage-policy.js';
import type { ErrorCode } from '../error-codes.js';
import type { Actor, Case, CaseEvent } from './case.js';
import type { CaseCommand } from './case-command.js';
import type { CommandName } from './case-status.js';
import { faultIn } from './command-terms.js';
import type { CommandOf, Deeds, Stamp } from './deeds.js';
import { takesPart } from './department-commands.js';
import { isLegal, legalCommands } from './legal-commands.js';
import { isInSample } from './sample.js';
import { PROCEEDING_DEEDS } from './proceeding-deeds.js';

/** What a command does to a case: events, or a refusal that names what would be legal. */
export type CommandOutcome =
  | { readonly kind: 'accepted'; readonly events: readonly CaseEvent[] }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly message: string; readonly legal: readonly CommandName[] };

/** Rounds of handling after which an unsatisfied citizen goes to the leaders instead of another rework. */
const MAX_ROUNDS = 3;

/** The one door through which a case moves: API, console, call-backs and timers all come through here. */
export function decideCase(
  current: Case,
  asked: CaseCommand,
  actor: Actor,
  now: Date,
  stages: StagePolicy = USUAL_STAGES,
): CommandOutcome {
  const command = meant(current, asked, stages);
  if (!isLegal(current, command.command)) {
    return refuse(current, 'CASE_MOVE_ILLEGAL', `a ${current.status} case cannot ${command.command}`);
  }
  if ('department' in command && !takesPart(current, command)) {
    return refuse(current, 'CASE_FOREIGN', `the case is not with ${command.department}`);
  }
  const fault = faultIn(command, current, now);
  if (fault !== undefined) return refuse(current, 'CASE_TERMS_INVALID', fault);
  return { kind: 'accepted', events: eventsOf(current, command, { at: now, actor }, stages) };
}

const refuse = (current: Case, code: ErrorCode, message: string): CommandOutcome => ({
  kind: 'refused',
  code,
  message,
  legal: legalCommands(current),
});

/** A co-handler signs beside the lead; what must be checked is handed in for checking. */
function meant(current: Case, asked: CaseCommand, stages: StagePolicy): CaseCommand {
  if (asked.command === 'sign' && asked.department !== current.lead && current.coHandlers.includes(asked.department)) {
    return { ...asked, command: 'co-sign' };
  }
  return asked.command === 'hand-in' && mustBeChecked(current, stages) ? { ...asked, command: 'submit' } : asked;
}

/** 核查: what was not good enough once, what somebody watches, and a share of the rest. */
const mustBeChecked = ({ id, round, supervision }: Case, { checkShare }: StagePolicy): boolean =>
  round > 1 || supervision === 'supervised' || supervision === 'led' || isInSample(`check ${id}`, checkShare);

/** What each command makes happen. */
const DEEDS: Deeds<CommandName> = {
  file: (by) => [{ ...by, type: 'case.filed', data: {} }],
  refuse: (by, { code, reason }) => [{ ...by, type: 'case.refused', data: { code, reason } }],
  hold: (by, { because }) => [{ ...by, type: 'case.held', data: { because } }],
  'settle-on-the-spot': (by, { solved: { how, at, by: whom } }, current, stages) => [
    { ...by, type: 'case.settled_on_the_spot', data: { how, solvedAt: at.toISOString(), by: whom } },
    ...lookBackAfter(current, stages, by),
  ],
  dispatch: (by, { lead, coHandlers = [], because, rule, mode }) => [
    { ...by, type: 'case.dispatched', data: { lead, coHandlers, because, rule, ...(mode && { mode }) } },
  ],
  sign: (by, { department }) => [{ ...by, type: 'case.signed', data: { department } }],
  progress: (by, { department, note }) => [{ ...by, type: 'case.progressed', data: { department, note } }],
  return: (by, { department, reason }) => [{ ...by, type: 'case.returned', data: { department, reason } }],
  'hand-in': (by, { department, result }) => [{ ...by, type: 'case.handled', data: { department, result } }],
  'confirm-answers': (by) => [{ ...by, type: 'case.answered', data: {} }],
  revisit: (by, command, current) => revisit(current, command, by),
  rework: (by, { because }) => [{ ...by, type: 'case.reworked', data: { because } }],
  close: (by, { because }, current, stages) => [
    { ...by, type: 'case.closed', data: { because } },
    ...lookBackAfter(current, stages, by),
  ],
  reopen: (by, { because }) => [{ ...by, type: 'case.reopened', data: { because } }],
  withdraw: (by, { because }) => [{ ...by, type: 'case.withdrawn', data: { because } }],
  merge: (by, { command: _merge, ...data }) => [{ ...by, type: 'case.merged', data }],
  restore: (by, { grouping, because }) => [{ ...by, type: 'case.restored', data: { grouping, because } }],
  ...PROCEEDING_DEEDS,
};

function eventsOf(current: Case, command: CaseCommand, by: Stamp, stages: StagePolicy): CaseEvent[] {
  const deed = DEEDS[command.command] as (by: Stamp, command: CaseCommand, current: Case, stages: StagePolicy) => CaseEvent[];
  return deed(by, command, current, stages);
}

/** 回访: who is not served sends the case back; the second time it is supervised, and when rounds run out the leaders are told. */
function revisit(current: Case, command: CommandOf<'revisit'>, by: Stamp): CaseEvent[] {
  const { reportId, solved, satisfied } = command;
  const asked: CaseEvent = { ...by, type: 'case.revisited', data: { reportId, solved, satisfied } };
  if (solved && satisfied) return [asked];
  const because = solved ? '回访: 已解决, 不满意' : '回访: 未解决';
  if (current.round >= MAX_ROUNDS) return [asked, { ...by, type: 'case.supervised', data: { level: 'led', because } }];
  const reworked: CaseEvent = { ...by, type: 'case.reworked', data: { because } };
  const isAgain = current.proceedings.unsatisfied > 0;
  return isAgain
    ? [asked, reworked, { ...by, type: 'case.supervised', data: { level: 'supervised', because: `${because}, 再次不满意` } }]
    : [asked, reworked];
}

/** 回头看: every recurrence, and a share of the rest. */
function lookBackAfter({ id, recurrenceOf }: Case, { lookBack }: StagePolicy, by: Stamp): CaseEvent[] {
  const looks = lookBack.after.length;
  const isWanted = looks > 0 && (recurrenceOf !== undefined || isInSample(`look-back ${id}`, lookBack.share));
  return isWanted ? [{ ...by, type: 'look_back.planned', data: { looks } }] : [];
}

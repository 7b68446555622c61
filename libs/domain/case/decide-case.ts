import type { ErrorCode } from '../error-codes.js';
import type { Actor, Case, CaseEvent } from './case.js';
import type { CaseCommand } from './case-command.js';
import type { CommandName } from './case-status.js';
import { legalCommands, moveOf } from './case-status.js';

/** What a command does to a case: events, or a refusal that names what would be legal. */
export type CommandOutcome =
  | { readonly kind: 'accepted'; readonly events: readonly CaseEvent[] }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly message: string; readonly legal: readonly CommandName[] };

/** Rounds of handling after which an unsatisfied citizen goes to supervision instead of another rework (二次不满意转督办). */
const MAX_ROUNDS = 3;

/** The one door through which a case moves: API, console, call-backs and timers all come through here. */
export function decideCase(current: Case, command: CaseCommand, actor: Actor, now: Date): CommandOutcome {
  if (moveOf(command.command, current.status) === undefined) {
    return refuse(current, 'CASE_MOVE_ILLEGAL', `a ${current.status} case cannot ${command.command}`);
  }
  if ('department' in command && command.department !== current.lead) {
    return refuse(current, 'CASE_FOREIGN', `the case is not with ${command.department}`);
  }
  return { kind: 'accepted', events: eventsOf(current, command, actor, now) };
}

const refuse = (current: Case, code: ErrorCode, message: string): CommandOutcome => ({
  kind: 'refused',
  code,
  message,
  legal: legalCommands(current.status),
});

type CommandOf<Name extends CommandName> = Extract<CaseCommand, { command: Name }>;
interface Stamp {
  readonly at: Date;
  readonly actor: Actor;
}
type Deeds = { readonly [Name in CommandName]: (by: Stamp, command: CommandOf<Name>, current: Case) => CaseEvent[] };

/** What each command makes happen. */
const DEEDS: Deeds = {
  file: (by) => [{ ...by, type: 'case.filed', data: {} }],
  refuse: (by, { reason }) => [{ ...by, type: 'case.refused', data: { reason } }],
  hold: (by, { because }) => [{ ...by, type: 'case.held', data: { because } }],
  'settle-on-the-spot': (by, { solved: { how, at, by: whom } }) => [
    { ...by, type: 'case.settled_on_the_spot', data: { how, solvedAt: at.toISOString(), by: whom } },
  ],
  dispatch: (by, { lead, coHandlers = [], because, rule }) => [
    { ...by, type: 'case.dispatched', data: { lead, coHandlers, because, rule } },
  ],
  sign: (by, { department }) => [{ ...by, type: 'case.signed', data: { department } }],
  progress: (by, { department, note }) => [{ ...by, type: 'case.progressed', data: { department, note } }],
  return: (by, { department, reason }) => [{ ...by, type: 'case.returned', data: { department, reason } }],
  'hand-in': (by, { department, result }) => [{ ...by, type: 'case.handled', data: { department, result } }],
  'confirm-answers': (by) => [{ ...by, type: 'case.answered', data: {} }],
  revisit: (by, command, current) => revisit(current, command, by),
  rework: (by, { because }) => [{ ...by, type: 'case.reworked', data: { because } }],
  close: (by, { because }) => [{ ...by, type: 'case.closed', data: { because } }],
  reopen: (by, { because }) => [{ ...by, type: 'case.reopened', data: { because } }],
  withdraw: (by, { because }) => [{ ...by, type: 'case.withdrawn', data: { because } }],
  merge: (by, { command: _merge, ...data }) => [{ ...by, type: 'case.merged', data }],
  restore: (by, { grouping, because }) => [{ ...by, type: 'case.restored', data: { grouping, because } }],
};

function eventsOf(current: Case, command: CaseCommand, actor: Actor, at: Date): CaseEvent[] {
  const deed = DEEDS[command.command] as (by: Stamp, command: CaseCommand, current: Case) => CaseEvent[];
  return deed({ at, actor }, command, current);
}

/** 回访: a citizen who is not served sends the case back, until rounds run out. */
function revisit(current: Case, command: CommandOf<'revisit'>, by: Stamp): CaseEvent[] {
  const { reportId, solved, satisfied } = command;
  const asked: CaseEvent = { ...by, type: 'case.revisited', data: { reportId, solved, satisfied } };
  if ((solved && satisfied) || current.round >= MAX_ROUNDS) return [asked];
  const because = solved ? '回访: 已解决, 不满意' : '回访: 未解决';
  return [asked, { ...by, type: 'case.reworked', data: { because } }];
}

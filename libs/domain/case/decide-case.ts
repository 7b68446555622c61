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

function eventsOf(current: Case, command: CaseCommand, actor: Actor, at: Date): CaseEvent[] {
  const by = { at, actor };
  switch (command.command) {
    case 'file':
      return [{ ...by, type: 'case.filed', data: {} }];
    case 'refuse':
      return [{ ...by, type: 'case.refused', data: { reason: command.reason } }];
    case 'hold':
      return [{ ...by, type: 'case.held', data: { because: command.because } }];
    case 'dispatch':
      return [
        {
          ...by,
          type: 'case.dispatched',
          data: { lead: command.lead, coHandlers: command.coHandlers ?? [], because: command.because, rule: command.rule },
        },
      ];
    case 'sign':
      return [{ ...by, type: 'case.signed', data: { department: command.department } }];
    case 'progress':
      return [{ ...by, type: 'case.progressed', data: { department: command.department, note: command.note } }];
    case 'return':
      return [{ ...by, type: 'case.returned', data: { department: command.department, reason: command.reason } }];
    case 'hand-in':
      return [{ ...by, type: 'case.handled', data: { department: command.department, result: command.result } }];
    case 'confirm-answers':
      return [{ ...by, type: 'case.answered', data: {} }];
    case 'revisit':
      return revisit(current, command, by);
    case 'rework':
      return [{ ...by, type: 'case.reworked', data: { because: command.because } }];
    case 'close':
      return [{ ...by, type: 'case.closed', data: { because: command.because } }];
    case 'reopen':
      return [{ ...by, type: 'case.reopened', data: { because: command.because } }];
    case 'withdraw':
      return [{ ...by, type: 'case.withdrawn', data: { because: command.because } }];
  }
}

/** 回访: a citizen who is not served sends the case back, until rounds run out. */
function revisit(
  current: Case,
  command: Extract<CaseCommand, { command: 'revisit' }>,
  by: { at: Date; actor: Actor },
): CaseEvent[] {
  const { reportId, solved, satisfied } = command;
  const asked: CaseEvent = { ...by, type: 'case.revisited', data: { reportId, solved, satisfied } };
  if ((solved && satisfied) || current.round >= MAX_ROUNDS) return [asked];
  const because = solved ? '回访: 已解决, 不满意' : '回访: 未解决';
  return [asked, { ...by, type: 'case.reworked', data: { because } }];
}

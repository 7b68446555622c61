import type { Actor } from '../case/case.js';
import type { ErrorCode } from '../error-codes.js';
import type { UndertakingCommand } from './undertaking-command.js';
import type { UndertakingCommandName } from './undertaking-state.js';
import { legalUndertakingCommands, undertakingMove } from './undertaking-state.js';
import type { Pledge, PledgeData, Undertaking, UndertakingEvent, UndertakingSubject } from './undertaking.js';

/** What a command does to an undertaking: events, or a refusal that names what would be legal. */
export type UndertakingOutcome =
  | { readonly kind: 'accepted'; readonly events: readonly UndertakingEvent[] }
  | {
      readonly kind: 'refused';
      readonly code: ErrorCode;
      readonly message: string;
      readonly legal: readonly UndertakingCommandName[];
    };

/** The event that puts an undertaking on its list; with a pledge it belongs to its department from the first moment. */
export const openingOf = (
  subject: UndertakingSubject,
  pledge: Pledge | undefined,
  actor: Actor,
  at: Date,
): Extract<UndertakingEvent, { type: 'undertaking.opened' }> => ({
  type: 'undertaking.opened',
  at,
  actor,
  data: { ...subject, ...(pledge && { pledge: toData(pledge) }) },
});

/** The one door through which an undertaking moves. */
export function decideUndertaking(
  current: Undertaking,
  command: UndertakingCommand,
  actor: Actor,
  now: Date,
): UndertakingOutcome {
  const { list, state } = current;
  if (undertakingMove(list, command.command, state) === undefined) {
    return refuseUndertaking(
      current,
      'UNDERTAKING_MOVE_ILLEGAL',
      `an undertaking of the list ${list} that is ${state} cannot ${command.command}`,
    );
  }
  const event = eventOf(command, pledgeAfter(current, command), { at: now, actor });
  if (event) return { kind: 'accepted', events: [event] };
  const message = `nobody answers for it until a day: to ${command.command} it, name an owner and a due time`;
  return refuseUndertaking(current, 'UNDERTAKING_INCOMPLETE', message);
}

/** A refusal, with what would be legal now. */
export const refuseUndertaking = ({ list, state }: Undertaking, code: ErrorCode, message: string): UndertakingOutcome => ({
  kind: 'refused',
  code,
  message,
  legal: legalUndertakingCommands(list, state),
});

/** What holds once the command is carried out; whatever it does not name stays. Undefined while an owner or a due time is missing. */
function pledgeAfter({ pledge }: Undertaking, command: UndertakingCommand): Pledge | undefined {
  if (command.command !== 'assign' && command.command !== 'claim') return pledge;
  const owner = command.owner ?? pledge?.owner;
  const due = command.due ?? pledge;
  return owner && due && { owner, dueAt: due.dueAt, warnAt: due.warnAt };
}

type Stamp = Pick<UndertakingEvent, 'at' | 'actor'>;

/** What the command makes happen; nothing is begun that nobody answers for. */
function eventOf(command: UndertakingCommand, pledge: Pledge | undefined, by: Stamp): UndertakingEvent | undefined {
  switch (command.command) {
    case 'assign':
      return pledge && { ...by, type: 'undertaking.assigned', data: toData(pledge) };
    case 'claim':
      return pledge && { ...by, type: 'undertaking.claimed', data: { ...toData(pledge), partner: command.partner } };
    case 'start':
      return pledge && { ...by, type: 'undertaking.started', data: {} };
    case 'note':
      return { ...by, type: 'undertaking.noted', data: { note: command.note } };
    case 'finish':
      return { ...by, type: 'undertaking.finished', data: { result: command.result } };
    case 'drop':
      return { ...by, type: 'undertaking.dropped', data: { because: command.because } };
    case 'release':
      return { ...by, type: 'undertaking.released', data: { because: command.because } };
  }
}

const toData = ({ owner, dueAt, warnAt }: Pledge): PledgeData => ({
  owner,
  dueAt: dueAt.toISOString(),
  warnAt: warnAt.toISOString(),
});

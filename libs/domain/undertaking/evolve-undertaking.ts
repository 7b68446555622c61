import type { UndertakingId } from '../ids.js';
import type { UndertakingCommandName } from './undertaking-state.js';
import { undertakingMove } from './undertaking-state.js';
import type { Pledge, PledgeData, Undertaking, UndertakingEvent, UndertakingEventType } from './undertaking.js';

type OpenedEvent = Extract<UndertakingEvent, { type: 'undertaking.opened' }>;

/** The undertaking as its first event makes it. */
export function openUndertaking(id: UndertakingId, { at, data }: OpenedEvent): Undertaking {
  const { pledge, ...subject } = data;
  const assigned = pledge && toPledge(pledge);
  return { ...subject, id, version: 1, state: 'open', openedAt: at, assigned, pledge: assigned };
}

/** The undertaking after one more event. Replaying a history from `openUndertaking` gives the undertaking as it was. */
export function evolveUndertaking(before: Undertaking, event: UndertakingEvent): Undertaking {
  return { ...before, ...changesOf(before, event), version: before.version + 1 };
}

/** A whole history folded; undefined where it does not begin with an opening. */
export function replayUndertaking(id: UndertakingId, [first, ...rest]: readonly UndertakingEvent[]): Undertaking | undefined {
  return first?.type === 'undertaking.opened' ? rest.reduce(evolveUndertaking, openUndertaking(id, first)) : undefined;
}

const moved = ({ list, state }: Undertaking, command: UndertakingCommandName): Pick<Undertaking, 'state'> => ({
  state: undertakingMove(list, command, state) ?? state,
});

/** A clock that warned or rang is silent until there is another due time. */
function pledged(before: Undertaking, pledge: Pledge | undefined): Partial<Undertaking> {
  const isSameDue = pledge !== undefined && before.pledge?.dueAt.getTime() === pledge.dueAt.getTime();
  return isSameDue ? { pledge } : { pledge, warnedAt: undefined, overdueAt: undefined };
}

type EventOf<Type extends UndertakingEventType> = Extract<UndertakingEvent, { type: Type }>;
type Changes = {
  readonly [Type in UndertakingEventType]?: (before: Undertaking, event: EventOf<Type>) => Partial<Undertaking>;
};

/** What each event changes. Events that are not here only lengthen the history. */
const CHANGES: Changes = {
  'undertaking.assigned': (before, { data }) => ({ ...pledged(before, toPledge(data)), assigned: toPledge(data) }),
  'undertaking.claimed': (before, { data }) => ({
    ...moved(before, 'claim'),
    ...pledged(before, toPledge(data)),
    partner: data.partner,
  }),
  'undertaking.started': (before) => moved(before, 'start'),
  'undertaking.finished': (before, { at }) => ({ ...moved(before, 'finish'), endedAt: at }),
  'undertaking.dropped': (before, { at }) => ({ ...moved(before, 'drop'), endedAt: at }),
  'undertaking.released': (before) => ({
    ...moved(before, 'release'),
    ...pledged(before, before.assigned),
    partner: undefined,
  }),
  'undertaking.due_soon': (_before, { at }) => ({ warnedAt: at }),
  'undertaking.overdue': (_before, { at }) => ({ overdueAt: at }),
};

function changesOf(before: Undertaking, event: UndertakingEvent): Partial<Undertaking> {
  const change = CHANGES[event.type] as ((before: Undertaking, event: UndertakingEvent) => Partial<Undertaking>) | undefined;
  return change?.(before, event) ?? {};
}

const toPledge = ({ owner, dueAt, warnAt }: PledgeData): Pledge => ({
  owner,
  dueAt: new Date(dueAt),
  warnAt: new Date(warnAt),
});

/** 需求清单, 资源清单, 项目清单, 事项清单: the lists a street keeps. */
export const LISTS = ['need', 'resource', 'project', 'item'] as const;
export type ListKind = (typeof LISTS)[number];

/** Where an undertaking stands. */
export const UNDERTAKING_STATES = ['open', 'claimed', 'underway', 'done', 'dropped'] as const;
export type UndertakingState = (typeof UNDERTAKING_STATES)[number];

/** What may be asked of an undertaking. */
export const UNDERTAKING_COMMANDS = ['assign', 'claim', 'start', 'note', 'finish', 'drop', 'release'] as const;
export type UndertakingCommandName = (typeof UNDERTAKING_COMMANDS)[number];

/** Names of the lists, for people. */
export const LIST_LABELS: Readonly<Record<ListKind, string>> = {
  need: '需求清单',
  resource: '资源清单',
  project: '项目清单',
  item: '事项清单',
};

/** Names of the states, for people. */
export const STATE_LABELS: Readonly<Record<UndertakingState, string>> = {
  open: '待落实',
  claimed: '已认领',
  underway: '推进中',
  done: '已完成',
  dropped: '已取消',
};

/** The table of legal moves: command → from → to. Everything that is not here is refused. */
export const UNDERTAKING_MOVES: Readonly<
  Record<UndertakingCommandName, Readonly<Partial<Record<UndertakingState, UndertakingState>>>>
> = {
  assign: { open: 'open', claimed: 'claimed', underway: 'underway' },
  claim: { open: 'claimed' },
  // From `open` it is the department itself that begins.
  start: { open: 'underway', claimed: 'underway' },
  note: { claimed: 'claimed', underway: 'underway' },
  finish: { underway: 'done' },
  drop: { open: 'dropped', claimed: 'dropped', underway: 'dropped' },
  release: { claimed: 'open', underway: 'open' },
};

/** A resource is what a partner offers; nobody claims it. */
const UNFIT: Readonly<Partial<Record<ListKind, readonly UndertakingCommandName[]>>> = { resource: ['claim'] };

/** States nothing leads out of. */
export const isEnded = (state: UndertakingState): boolean => state === 'done' || state === 'dropped';

/** Where a command leads, or undefined when there is no such move in that list. */
export const undertakingMove = (
  list: ListKind,
  command: UndertakingCommandName,
  from: UndertakingState,
): UndertakingState | undefined => (UNFIT[list]?.includes(command) ? undefined : UNDERTAKING_MOVES[command][from]);

/** The commands the table allows in a list from a state. */
export const legalUndertakingCommands = (list: ListKind, from: UndertakingState): UndertakingCommandName[] =>
  UNDERTAKING_COMMANDS.filter((command) => undertakingMove(list, command, from) !== undefined);

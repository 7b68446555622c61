/** 六步闭环: the six steps everybody outside sees. */
export const STEPS = ['report', 'file', 'dispatch', 'handle', 'feedback', 'close'] as const;
export type Step = (typeof STEPS)[number];

/** Where a case stands, finer than the six steps. */
export const STATUSES = [
  'received',
  'filed',
  'held',
  'dispatched',
  'handling',
  'checking',
  'handled',
  'answered',
  'closed',
  'refused',
  'withdrawn',
  'merged',
] as const;
export type CaseStatus = (typeof STATUSES)[number];

/** What may be asked of a case, by people, departments and the hub itself. */
export const COMMANDS = [
  'file',
  'refuse',
  'hold',
  'settle-on-the-spot',
  'dispatch',
  'sign',
  'progress',
  'return',
  'hand-in',
  'confirm-answers',
  'revisit',
  'rework',
  'close',
  'reopen',
  'withdraw',
  'merge',
  'restore',
  'submit',
  'co-sign',
  'request-extension',
  'request-suspension',
  'grant-request',
  'refuse-request',
  'suspend',
  'resume',
  'check',
  'force-close',
  'supervise',
  'blow-whistle',
  'check-in',
  'score-whistle',
  'call-meeting',
  'decide-meeting',
  'report-commitment',
  'keep-commitment',
  'claim',
  'release-claim',
  'plan-look-back',
  'open-look-back',
  'look-back',
] as const;
export type CommandName = (typeof COMMANDS)[number];

interface StatusFacts {
  readonly step: Step;
  /** Shown in the console. */
  readonly label: string;
  /** Who must act for the case to move on; nobody once it is final. */
  readonly owner: 'hub' | 'operator' | 'department' | 'citizen' | 'nobody';
}

export const STATUS_FACTS: Readonly<Record<CaseStatus, StatusFacts>> = {
  received: { step: 'report', label: '已上报', owner: 'hub' },
  filed: { step: 'file', label: '已立案', owner: 'hub' },
  held: { step: 'dispatch', label: '待派遣', owner: 'operator' },
  dispatched: { step: 'dispatch', label: '已派遣待签收', owner: 'department' },
  handling: { step: 'handle', label: '处置中', owner: 'department' },
  checking: { step: 'feedback', label: '已办结待核查', owner: 'operator' },
  handled: { step: 'feedback', label: '已办结待答复', owner: 'hub' },
  answered: { step: 'feedback', label: '已答复待回访', owner: 'citizen' },
  closed: { step: 'close', label: '已结案', owner: 'nobody' },
  refused: { step: 'close', label: '不予立案', owner: 'nobody' },
  withdrawn: { step: 'close', label: '已撤销', owner: 'nobody' },
  merged: { step: 'close', label: '已并案', owner: 'nobody' },
};

/** What goes on beside the status, and leaves it as it is. */
function stays(...statuses: readonly CaseStatus[]): Readonly<Partial<Record<CaseStatus, CaseStatus>>> {
  return Object.fromEntries(statuses.map((status) => [status, status]));
}
const IN_HAND = ['held', 'dispatched', 'handling'] as const;
const HANDED_IN = ['checking', 'handled', 'answered'] as const;
const OVER = ['closed', 'withdrawn', 'merged', 'refused'] as const;

/** The table of legal moves: command → from → to. Everything that is not here is refused. */
export const MOVES: Readonly<Record<CommandName, Readonly<Partial<Record<CaseStatus, CaseStatus>>>>> = {
  file: { received: 'filed' },
  refuse: { received: 'refused', filed: 'refused', held: 'refused' },
  hold: { filed: 'held', dispatched: 'held' },
  // 即办: solved where it was raised, before any department heard of it, or by whoever had it on the desk.
  'settle-on-the-spot': { filed: 'closed', held: 'closed' },
  // From `dispatched` and `handling` it is a re-dispatch (转派).
  dispatch: { filed: 'dispatched', held: 'dispatched', dispatched: 'dispatched', handling: 'dispatched' },
  sign: { dispatched: 'handling' },
  progress: { handling: 'handling' },
  return: { dispatched: 'held', handling: 'held' },
  'hand-in': { handling: 'handled' },
  'confirm-answers': { handled: 'answered' },
  revisit: { handled: 'handled', answered: 'answered' },
  rework: { checking: 'handling', handled: 'handling', answered: 'handling' },
  close: { answered: 'closed' },
  reopen: { closed: 'held' },
  withdraw: {
    received: 'withdrawn',
    filed: 'withdrawn',
    held: 'withdrawn',
    dispatched: 'withdrawn',
    handling: 'withdrawn',
    checking: 'withdrawn',
    handled: 'withdrawn',
    answered: 'withdrawn',
  },
  // 并案: its reports went to another case. One whose citizens have an answer takes the other in instead.
  merge: { held: 'merged', dispatched: 'merged', handling: 'merged' },
  restore: { merged: 'held' },
  // Handed in, and somebody looks first whether it is so.
  submit: { handling: 'checking' },
  // 双派, 协办: the co-handler has it too.
  'co-sign': stays('dispatched', 'handling'),
  'request-extension': stays('handling'),
  'request-suspension': stays('handling'),
  'grant-request': stays('handling'),
  'refuse-request': stays('handling'),
  suspend: stays(...IN_HAND),
  resume: stays(...IN_HAND),
  // 核查: found in order; what is not goes back by `rework`.
  check: { checking: 'handled' },
  'force-close': { held: 'closed', dispatched: 'closed', handling: 'closed', checking: 'closed', handled: 'closed' },
  // 催办, 督办, 领导督办. What is promised beyond the closing can be late as well.
  supervise: stays(...IN_HAND, ...HANDED_IN, 'filed', ...OVER),
  'blow-whistle': stays(...IN_HAND),
  'check-in': stays(...IN_HAND, ...HANDED_IN),
  'score-whistle': stays(...IN_HAND, ...HANDED_IN, 'closed'),
  'call-meeting': stays(...IN_HAND),
  'decide-meeting': stays(...IN_HAND, ...HANDED_IN),
  'report-commitment': stays(...IN_HAND, ...HANDED_IN, ...OVER),
  'keep-commitment': stays(...IN_HAND, ...HANDED_IN, ...OVER),
  claim: stays(...IN_HAND),
  'release-claim': stays(...IN_HAND),
  'plan-look-back': stays('closed'),
  'open-look-back': stays('closed'),
  'look-back': stays('closed'),
};

export const isFinal = (status: CaseStatus): boolean => STATUS_FACTS[status].owner === 'nobody';

/** Where a command leads from a status, or undefined when the table has no such move. */
export const moveOf = (command: CommandName, from: CaseStatus): CaseStatus | undefined => MOVES[command][from];

/** The commands the table allows from a status, whatever else the case is like. */
export const movesFrom = (from: CaseStatus): CommandName[] => COMMANDS.filter((command) => moveOf(command, from) !== undefined);

/** What is wrong with the table itself: states nobody can reach, and open states with no way to an end. Empty when sound. */
export function tableFaults(): string[] {
  const edges = COMMANDS.flatMap((command) => Object.entries(MOVES[command]) as [CaseStatus, CaseStatus][]);
  const reach = (starts: readonly CaseStatus[], next: (status: CaseStatus) => CaseStatus[]): Set<CaseStatus> => {
    const seen = new Set(starts);
    for (const status of seen) for (const other of next(status)) seen.add(other);
    return seen;
  };
  const reachable = reach(['received'], (status) => edges.filter(([from]) => from === status).map(([, to]) => to));
  const ending = reach(STATUSES.filter(isFinal), (status) => edges.filter(([, to]) => to === status).map(([from]) => from));
  return [
    ...STATUSES.filter((status) => !reachable.has(status)).map((status) => `${status} cannot be reached`),
    ...STATUSES.filter((status) => !ending.has(status)).map((status) => `${status} has no way to an end`),
  ];
}

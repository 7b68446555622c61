/** What a field of a command's form is filled with. */
type FieldKind =
  | 'text'
  | 'line'
  | 'choice'
  | 'pick'
  | 'verdict'
  | 'score'
  | 'time'
  | 'department'
  | 'street'
  | 'departments'
  | 'partner'
  | 'names'
  | 'call'
  | 'meeting'
  | 'own-call'
  | 'own-commitment'
  | 'commitments';

export interface CommandField {
  /** As the API names it; a `call` stands for `whistle` and `department`. */
  readonly name: string;
  readonly kind: FieldKind;
  /** Of a `pick`, and of a `choice`, where the first is chosen at the beginning; their words are `WORDS.CHOICE`. */
  readonly choices?: readonly string[];
  readonly words?: 'mode' | 'level' | 'whistle' | 'meeting' | 'refusal';
  readonly isOptional?: true;
  /** A time that lies ahead. */
  readonly isAhead?: true;
  /** Characters of a text; 1,000 where nothing is said. */
  readonly most?: number;
}

const because: CommandField = { name: 'because', kind: 'text' };
const passed: CommandField = { name: 'passed', kind: 'verdict' };
const note: CommandField = { name: 'note', kind: 'text' };
const mode: CommandField = { name: 'mode', kind: 'choice', words: 'mode', choices: ['ordinary', 'direct', 'dual', 'backstop'] };
const level: CommandField = { name: 'level', kind: 'choice', words: 'level', choices: ['urged', 'supervised', 'led'] };
const whistle: CommandField = { name: 'kind', kind: 'choice', words: 'whistle', choices: ['daily', 'tough', 'emergency'] };
const meeting: CommandField = { name: 'kind', kind: 'choice', words: 'meeting', choices: ['departments', 'residents'] };

const refusal: CommandField = {
  name: 'code',
  kind: 'pick',
  words: 'refusal',
  choices: ['out-of-scope', 'legal-route', 'emergency-line', 'too-vague', 'not-true', 'answered-before', 'unreasonable', 'other'],
};

const reason: CommandField = { name: 'reason', kind: 'text' };
const until: CommandField = { name: 'until', kind: 'time', isAhead: true };
const commitment: CommandField = { name: 'commitment', kind: 'own-commitment' };

/** What a department says of its cases, and what it fills in for it. */
const HANDLING_FIELDS = {
  sign: [],
  progress: [note],
  return: [reason],
  'hand-in': [{ name: 'result', kind: 'text', most: 5000 }],
  'request-extension': [until, reason],
  'request-suspension': [until, reason],
  'check-in': [{ name: 'whistle', kind: 'own-call' }],
  'report-commitment': [commitment, note],
  'keep-commitment': [commitment, note],
} as const satisfies Record<string, readonly CommandField[]>;

/** What is filled in for each command. */
export const COMMAND_FIELDS = {
  dispatch: [
    { name: 'department', kind: 'department' },
    mode,
    { name: 'coHandlers', kind: 'departments', isOptional: true },
    because,
  ],
  hold: [because],
  refuse: [refusal, reason],
  'settle-on-the-spot': [note],
  'grant-request': [because],
  'refuse-request': [because],
  suspend: [until, because],
  resume: [because],
  check: [passed, note],
  supervise: [level, because],
  'blow-whistle': [whistle, { name: 'street', kind: 'street' }, { name: 'departments', kind: 'departments' }, because],
  'score-whistle': [
    { name: 'call', kind: 'call' },
    { name: 'score', kind: 'score' },
  ],
  'call-meeting': [
    meeting,
    { name: 'subject', kind: 'line' },
    { name: 'at', kind: 'time' },
    { name: 'participants', kind: 'names' },
  ],
  'decide-meeting': [
    { name: 'meeting', kind: 'meeting' },
    { name: 'decision', kind: 'text' },
    { name: 'commitments', kind: 'commitments', isOptional: true },
  ],
  claim: [{ name: 'partner', kind: 'partner' }, { name: 'dueAt', kind: 'time', isAhead: true }, because],
  'release-claim': [because],
  close: [because],
  'force-close': [because],
  'plan-look-back': [],
  'look-back': [passed, note],
  reopen: [because],
  rework: [because],
  withdraw: [because],
  ...HANDLING_FIELDS,
} as const satisfies Record<string, readonly CommandField[]>;

export type Command = keyof typeof COMMAND_FIELDS;

/** What ends a case against somebody's will is asked for twice. */
export const HARSH: readonly Command[] = ['refuse', 'withdraw', 'force-close'];

export const fieldsOf = (command: Command): readonly CommandField[] => COMMAND_FIELDS[command];

/** Whether it is a department that says it, which goes another way. */
export const isHandling = (command: Command): boolean => command in HANDLING_FIELDS;

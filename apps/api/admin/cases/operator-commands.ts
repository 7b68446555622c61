import type { Case } from '#domain/case/case.js';
import type { CaseCommand } from '#domain/case/case-command.js';
import { legalCommands } from '#domain/case/legal-commands.js';
import type { RefusalCode } from '#domain/case/refusal-reasons.js';
import type { DispatchMode, Meeting } from '#domain/case/proceedings.js';
import type { SupervisionLevel, WhistleKind } from '#domain/deadline/stage-policy.js';
import { as } from '#domain/ids.js';

/** What an operator may ask of a case; the rest is the hub's, the departments' or the citizens' to say. */
export const OPERATOR_COMMANDS = [
  'dispatch',
  'hold',
  'refuse',
  'settle-on-the-spot',
  'grant-request',
  'refuse-request',
  'suspend',
  'resume',
  'check',
  'supervise',
  'blow-whistle',
  'score-whistle',
  'call-meeting',
  'decide-meeting',
  'claim',
  'release-claim',
  'close',
  'force-close',
  'plan-look-back',
  'look-back',
  'reopen',
  'rework',
  'withdraw',
] as const;
export type OperatorCommand = (typeof OPERATOR_COMMANDS)[number];

/** What of it the case allows now. */
export function operatorCommands(current: Case): OperatorCommand[] {
  const legal: readonly string[] = legalCommands(current);
  return OPERATOR_COMMANDS.filter((command) => legal.includes(command));
}

/** What the operator filled in; the fields a command needs have been checked. */
export interface CommandWords {
  readonly command: OperatorCommand;
  readonly department?: string;
  readonly coHandlers?: readonly string[];
  readonly mode?: DispatchMode;
  readonly because?: string;
  readonly code?: RefusalCode;
  readonly reason?: string;
  readonly until?: string;
  readonly passed?: boolean;
  readonly note?: string;
  readonly level?: SupervisionLevel;
  readonly kind?: string;
  readonly street?: string;
  readonly departments?: readonly string[];
  readonly whistle?: number;
  readonly score?: number;
  readonly subject?: string;
  readonly at?: string;
  readonly participants?: readonly string[];
  readonly meeting?: number;
  readonly decision?: string;
  readonly commitments?: readonly { readonly department: string; readonly what: string; readonly dueAt: string }[];
  readonly partner?: string;
  readonly dueAt?: string;
}

/** What is asked with a reason and nothing else. */
type Plain =
  | 'hold'
  | 'grant-request'
  | 'refuse-request'
  | 'resume'
  | 'close'
  | 'force-close'
  | 'release-claim'
  | 'reopen'
  | 'rework'
  | 'withdraw';

/** The commands that say more than why. */
const WORDED: {
  readonly [Name in Exclude<OperatorCommand, Plain>]: (words: CommandWords, now: Date) => Omit<CaseCommand, 'command'>;
} = {
  dispatch: ({ department = '', coHandlers, because = '人工派遣', mode }) => {
    return { lead: as<never>(department), coHandlers: idsOf(coHandlers), rule: 'operator', because, mode };
  },
  refuse: ({ code = 'other', reason = '' }) => ({ code, reason }),
  'settle-on-the-spot': ({ note = '' }, now) => ({ solved: { how: note, at: now } }),
  suspend: ({ because = '', until }) => ({ because, until: instant(until) }),
  check: verdict,
  'look-back': verdict,
  supervise: ({ level = 'urged', because = '' }) => ({ level, because }),
  'blow-whistle': ({ kind = 'daily', street = '', departments, because = '' }) => {
    return { kind: kind as WhistleKind, street: as<never>(street), departments: idsOf(departments), because };
  },
  'score-whistle': ({ whistle = 0, department = '', score = 0 }) => ({ whistle, called: as<never>(department), score }),
  'call-meeting': ({ kind = 'departments', subject = '', at, participants = [] }) => {
    return { kind: kind as Meeting['kind'], subject, at: instant(at), participants };
  },
  'decide-meeting': ({ meeting = 0, decision = '', commitments = [] }) => {
    const promised = commitments.map(({ department, what, dueAt }) => {
      return { department: as<never>(department), what, dueAt: instant(dueAt) };
    });
    return { meeting, decision, commitments: promised };
  },
  claim: ({ partner = '', dueAt, because = '' }) => ({ partner, dueAt: instant(dueAt), because }),
  'plan-look-back': () => ({}),
};

/** The operator's words as a command of the domain. */
export function toCaseCommand(words: CommandWords, now: Date): CaseCommand {
  const { command, because = '' } = words;
  const said = command in WORDED ? WORDED[command as keyof typeof WORDED](words, now) : { because };
  return { command, ...said } as CaseCommand;
}

function verdict({ passed = false, note = '' }: CommandWords): { passed: boolean; note: string } {
  return { passed, note };
}

/** In UTC, whatever zone it was given in. */
const instant = (text = ''): string => new Date(text).toISOString();

const idsOf = (names: readonly string[] = []) => names.map((name) => as<never>(name));

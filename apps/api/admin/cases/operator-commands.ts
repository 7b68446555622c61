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

/** The operator's words as a command of the domain. */
export function toCaseCommand(words: CommandWords, now: Date): CaseCommand {
  const { command, because = '', note = '', department = '' } = words;
  switch (command) {
    case 'dispatch': {
      const { mode, coHandlers } = words;
      const lead = as<never>(department);
      return { command, lead, coHandlers: idsOf(coHandlers), rule: 'operator', because: because || '人工派遣', mode };
    }
    case 'refuse':
      return { command, code: words.code ?? 'other', reason: words.reason ?? '' };
    case 'settle-on-the-spot':
      return { command, solved: { how: note, at: now } };
    case 'suspend':
      return { command, because, until: instant(words.until) };
    case 'check':
    case 'look-back':
      return { command, passed: words.passed ?? false, note };
    case 'supervise':
      return { command, level: words.level ?? 'urged', because };
    case 'blow-whistle': {
      const kind = (words.kind ?? 'daily') as WhistleKind;
      return { command, kind, street: as(words.street ?? ''), departments: idsOf(words.departments), because };
    }
    case 'score-whistle':
      return { command, whistle: words.whistle ?? 0, called: as(department), score: words.score ?? 0 };
    case 'call-meeting': {
      const kind = (words.kind ?? 'departments') as Meeting['kind'];
      return { command, kind, subject: words.subject ?? '', at: instant(words.at), participants: words.participants ?? [] };
    }
    case 'decide-meeting': {
      const commitments = (words.commitments ?? []).map((made) => ({
        ...made,
        department: as<never>(made.department),
        dueAt: instant(made.dueAt),
      }));
      return { command, meeting: words.meeting ?? 0, decision: words.decision ?? '', commitments };
    }
    case 'claim':
      return { command, partner: words.partner ?? '', dueAt: instant(words.dueAt), because };
    case 'plan-look-back':
      return { command };
    default:
      return { command, because };
  }
}

/** In UTC, whatever zone it was given in. */
const instant = (text = ''): string => new Date(text).toISOString();

const idsOf = (names: readonly string[] = []) => names.map((name) => as<never>(name));

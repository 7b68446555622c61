import type { Case } from './case.js';
import type { CommandName } from './case-status.js';
import { COMMANDS, isFinal, moveOf } from './case-status.js';

/** 挂账: until it is resumed, nobody works on it and nobody can ask for more time. */
const NOT_WHILE_SUSPENDED: readonly CommandName[] = [
  'hold',
  'dispatch',
  'sign',
  'co-sign',
  'return',
  'hand-in',
  'submit',
  'suspend',
  'request-extension',
  'request-suspension',
];

/** What must hold around a case for a command, beside its status; absent: nothing. */
const CONDITIONS: Readonly<Partial<Record<CommandName, (of: Case) => boolean>>> = {
  // 兜底: after two rounds of returning, who has it now keeps it.
  return: ({ proceedings }) => proceedings.mode !== 'backstop',
  'request-extension': ({ proceedings }) => proceedings.request === undefined,
  'request-suspension': ({ proceedings }) => proceedings.request === undefined,
  'grant-request': ({ proceedings }) => proceedings.request !== undefined,
  'refuse-request': ({ proceedings }) => proceedings.request !== undefined,
  resume: ({ proceedings }) => proceedings.suspension !== undefined,
  'co-sign': ({ coHandlers }) => coHandlers.length > 0,
  'check-in': ({ proceedings }) => openCalls(proceedings).length > 0,
  'score-whistle': ({ proceedings }) => proceedings.whistles.some(({ calls }) => calls.some(({ checkedInAt }) => checkedInAt)),
  'decide-meeting': ({ proceedings }) => proceedings.meetings.some(({ decision }) => decision === undefined),
  'report-commitment': ({ proceedings }) => proceedings.commitments.some(({ keptAt }) => keptAt === undefined),
  'keep-commitment': ({ proceedings }) => proceedings.commitments.some(({ keptAt }) => keptAt === undefined),
  // Of a case that is over only what was promised beyond its end can be late.
  supervise: ({ status, proceedings }) =>
    !isFinal(status) || proceedings.lookBack !== undefined || proceedings.commitments.some(({ keptAt }) => keptAt === undefined),
  claim: ({ proceedings }) => proceedings.claim === undefined,
  'release-claim': ({ proceedings }) => proceedings.claim !== undefined,
  'plan-look-back': ({ proceedings }) => proceedings.lookBack === undefined,
  'open-look-back': ({ proceedings }) => proceedings.lookBack?.isDue === false,
  'look-back': ({ proceedings }) => proceedings.lookBack?.isDue === true,
};

const openCalls = ({ whistles }: Case['proceedings']): unknown[] =>
  whistles.flatMap(({ calls }) => calls.filter(({ checkedInAt }) => checkedInAt === undefined));

/** Whether a case allows a command as it stands. */
export function isLegal(current: Case, command: CommandName): boolean {
  if (moveOf(command, current.status) === undefined) return false;
  if (current.proceedings.suspension !== undefined && NOT_WHILE_SUSPENDED.includes(command)) return false;
  return CONDITIONS[command]?.(current) ?? true;
}

/** All commands a case allows as it stands. */
export const legalCommands = (current: Case): CommandName[] => COMMANDS.filter((command) => isLegal(current, command));

import type { DepartmentId } from '../ids.js';
import type { CaseCommand } from './case-command.js';
import type { Case } from './case.js';
import { isLegal } from './legal-commands.js';

/** What a department may ask of a case that is with it: 签收, 阶段反馈, 退单, 办结, 延期申请, 挂账申请; and 报到, 承诺反馈, 承诺兑现. */
export const DEPARTMENT_COMMANDS = [
  'sign',
  'progress',
  'return',
  'hand-in',
  'request-extension',
  'request-suspension',
  'check-in',
  'report-commitment',
  'keep-commitment',
] as const;
export type DepartmentCommandName = (typeof DEPARTMENT_COMMANDS)[number];

type DepartmentCommand = Extract<CaseCommand, { department: unknown }>;

/** Only the lead moves a case; those beside it report, and answer for what they were called for or promised. */
export function takesPart(
  { lead, coHandlers, proceedings }: Case,
  { command, department }: Pick<DepartmentCommand, 'command' | 'department'>,
): boolean {
  switch (command) {
    case 'progress':
    case 'co-sign':
      return department === lead || coHandlers.includes(department);
    case 'check-in':
      return proceedings.whistles.some(({ calls }) => calls.some((call) => call.department === department));
    case 'report-commitment':
    case 'keep-commitment':
      return proceedings.commitments.some((made) => made.department === department);
    default:
      return department === lead;
  }
}

/** What a department can ask of the case as it stands. */
export const departmentCommands = (current: Case, department: DepartmentId): DepartmentCommandName[] =>
  DEPARTMENT_COMMANDS.filter((command) => canAsk(current, command, department));

function canAsk(current: Case, asked: DepartmentCommandName, department: DepartmentId): boolean {
  const command = asked === 'sign' && current.lead !== department ? 'co-sign' : asked;
  return isLegal(current, command) && takesPart(current, { command, department }) && isOwed(current, asked, department);
}

/** A call it has not answered, a commitment it has not kept. */
function isOwed(
  { proceedings: { whistles, commitments } }: Case,
  asked: DepartmentCommandName,
  department: DepartmentId,
): boolean {
  switch (asked) {
    case 'check-in':
      return whistles.some(({ calls }) => calls.some((call) => call.department === department && call.checkedInAt === undefined));
    case 'report-commitment':
    case 'keep-commitment':
      return commitments.some((made) => made.department === department && made.keptAt === undefined);
    default:
      return true;
  }
}

import type { CaseCommand } from '#domain/case/case-command.js';
import type { CaseStatus } from '#domain/case/case-status.js';
import { legalCommands } from '#domain/case/case-status.js';
import { as } from '#domain/ids.js';

/** What an operator may ask of a case; the rest is the hub's, the departments' or the citizens' to say. */
export const OPERATOR_COMMANDS = ['dispatch', 'hold', 'refuse', 'close', 'reopen', 'rework', 'withdraw'] as const;
export type OperatorCommand = (typeof OPERATOR_COMMANDS)[number];

/** What of it the case allows now. */
export function operatorCommands(status: CaseStatus): OperatorCommand[] {
  const legal: readonly string[] = legalCommands(status);
  return OPERATOR_COMMANDS.filter((command) => legal.includes(command));
}

/** What the operator filled in; the fields a command needs have been checked. */
export interface CommandWords {
  readonly command: OperatorCommand;
  readonly department?: string;
  readonly because?: string;
  readonly reason?: string;
}

/** The operator's words as a command of the domain. */
export function toCaseCommand({ command, department = '', because = '', reason = '' }: CommandWords): CaseCommand {
  switch (command) {
    case 'dispatch':
      return { command, lead: as(department), rule: 'operator', because: because || '人工派遣' };
    case 'refuse':
      return { command, reason };
    default:
      return { command, because };
  }
}

import type { Case } from '#domain/case/case.js';
import { DEPARTMENT_COMMANDS, departmentCommands } from '#domain/case/department-commands.js';
import type { DepartmentCommandName } from '#domain/case/department-commands.js';
import type { DepartmentId } from '#domain/ids.js';
import { as } from '#domain/ids.js';
import { mayDo } from '#identity/access/permissions.js';
import type { Standing } from '#identity/access/roles.js';
import { departmentsOf } from './case-handling.js';
import type { OperatorCommand } from './operator-commands.js';
import { operatorCommands } from './operator-commands.js';

/** What somebody can ask of the case as it stands: the next buttons of their page. */
export function commandsFor(current: Case, standing: Standing): (OperatorCommand | DepartmentCommandName)[] {
  if (mayDo(standing, 'cases.command')) return operatorCommands(current);
  if (!mayDo(standing, 'cases.handle')) return [];
  const own = departmentsOf(standing).flatMap((department) => departmentCommands(current, as<DepartmentId>(department)));
  return DEPARTMENT_COMMANDS.filter((command) => own.includes(command));
}

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Case } from '#domain/case/case.js';
import { departmentCommands } from '#domain/case/department-commands.js';
import type { DepartmentCommandName } from '#domain/case/department-commands.js';
import { RejectedError } from '#domain/errors.js';
import type { DepartmentId } from '#domain/ids.js';
import { as } from '#domain/ids.js';
import type { Standing } from '#identity/access/roles.js';
import type { CommandAnswer } from '#pipeline/case-desk.js';
import { CaseDesk } from '#pipeline/case-desk.js';
import { CaseFile } from '#storage/reading/case-file.js';
import { toDepartmentCommand } from '../../department/department-command.dto.js';
import type { SignedIn } from '../session/signed-in.js';
import type { HandlingDto } from './handling.dto.js';

/** What the people of a department ask of its cases by hand: the same that its system would ask by call-back. */
@Injectable()
export class CaseHandling {
  constructor(
    private readonly desk: CaseDesk,
    private readonly files: CaseFile,
  ) {}

  async execute(number: string, dto: HandlingDto, who: SignedIn): Promise<CommandAnswer> {
    const { requestId, department: named, version, ...words } = dto;
    const department = named ?? (await this.meant(number, words.command, who));
    if (!departmentsOf(who).includes(department)) {
      throw new RejectedError('FORBIDDEN', `${who.name} does not speak for ${department}`);
    }
    const actor = `operator:${who.name}` as const;
    const body = createHash('sha256').update(JSON.stringify([number, department, words]));
    return this.desk.execute({
      number: as(number),
      command: toDepartmentCommand(words, as<DepartmentId>(department)),
      actor,
      expectedVersion: version,
      message: requestId === undefined ? undefined : { sender: actor, messageId: requestId, bodyHash: body.digest() },
    });
  }

  /** Of somebody's departments the one that can ask it; where none can, the refusal is told to the first. */
  private async meant(number: string, command: DepartmentCommandName, who: SignedIn): Promise<string> {
    const departments = departmentsOf(who);
    if (departments.length === 1) return departments[0];
    const file = await this.files.open(as(number));
    return departments.find((department) => file && canAsk(file.case, command, department)) ?? departments[0];
  }
}

/** For whom somebody of that standing handles cases. */
export const departmentsOf = ({ scope }: Standing): readonly string[] => (scope.kind === 'department' ? scope.ids : []);

const canAsk = (current: Case, command: DepartmentCommandName, department: string): boolean =>
  departmentCommands(current, as<DepartmentId>(department)).includes(command);

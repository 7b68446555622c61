import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsPositive,
  IsRFC3339,
  IsString,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import type { CaseCommand } from '#domain/case/case-command.js';
import { DEPARTMENT_COMMANDS, type DepartmentCommandName } from '#domain/case/department-commands.js';
import type { DepartmentId } from '#domain/ids.js';

const MAX_TEXT_CHARACTERS = 5_000;

/** Checks a field of these commands only. */
const NeededBy = (...commands: readonly DepartmentCommandName[]): PropertyDecorator =>
  ValidateIf(({ command }: DepartmentCommandDto) => commands.includes(command));

export class DepartmentCommandDto {
  @IsIn(DEPARTMENT_COMMANDS)
  command!: DepartmentCommandName;

  /** Version of the case the department has seen; absent: whatever it is. */
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number;

  /** How it goes, in the words the citizens read. */
  @NeededBy('progress', 'report-commitment', 'keep-commitment')
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_TEXT_CHARACTERS)
  note?: string;

  @NeededBy('return', 'request-extension', 'request-suspension')
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_TEXT_CHARACTERS)
  reason?: string;

  /** The answer in the words the citizen reads. */
  @NeededBy('hand-in')
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_TEXT_CHARACTERS)
  result?: string;

  /** ISO 8601 with its zone: until when more time, or a pause, is asked for. */
  @NeededBy('request-extension', 'request-suspension')
  @IsRFC3339()
  until?: string;

  /** Number of the whistle, as `whistle.blown` named it. */
  @NeededBy('check-in')
  @IsInt()
  @IsPositive()
  whistle?: number;

  /** Number of the commitment, as `commitment.made` named it. */
  @NeededBy('report-commitment', 'keep-commitment')
  @IsInt()
  @IsPositive()
  commitment?: number;
}

type Words = Omit<DepartmentCommandDto, 'command' | 'version'>;
const request = ({ reason = '', until = '' }: Words) => ({ reason, until: new Date(until).toISOString() });
const ofCommitment = ({ commitment = 0, note = '' }: Words) => ({ commitment, note });

/** What each command takes of what was sent. */
const WORDED: Readonly<Record<DepartmentCommandName, (words: Words) => object>> = {
  sign: () => ({}),
  progress: ({ note = '' }) => ({ note }),
  return: ({ reason = '' }) => ({ reason }),
  'hand-in': ({ result = '' }) => ({ result }),
  'request-extension': request,
  'request-suspension': request,
  'check-in': ({ whistle = 0 }) => ({ whistle }),
  'report-commitment': ofCommitment,
  'keep-commitment': ofCommitment,
};

/** The department's words as a command of the domain. */
export const toDepartmentCommand = ({ command, ...words }: DepartmentCommandDto, department: DepartmentId): CaseCommand =>
  ({ command, department, ...WORDED[command](words) }) as CaseCommand;

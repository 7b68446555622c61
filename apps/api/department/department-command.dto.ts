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

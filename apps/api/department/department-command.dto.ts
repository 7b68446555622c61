import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, MaxLength, Min, ValidateIf } from 'class-validator';

/** What a department may ask of a case that is with it: 签收, 阶段反馈, 退单, 办结. */
export const DEPARTMENT_COMMANDS = ['sign', 'progress', 'return', 'hand-in'] as const;

const MAX_TEXT_CHARACTERS = 5_000;

export class DepartmentCommandDto {
  @IsIn(DEPARTMENT_COMMANDS)
  command!: (typeof DEPARTMENT_COMMANDS)[number];

  /** Version of the case the department has seen; absent: whatever it is. */
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number;

  @ValidateIf(({ command }: DepartmentCommandDto) => command === 'progress')
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_TEXT_CHARACTERS)
  note?: string;

  @ValidateIf(({ command }: DepartmentCommandDto) => command === 'return')
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_TEXT_CHARACTERS)
  reason?: string;

  /** The answer in the words the citizen reads. */
  @ValidateIf(({ command }: DepartmentCommandDto) => command === 'hand-in')
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_TEXT_CHARACTERS)
  result?: string;
}

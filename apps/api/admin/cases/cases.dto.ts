import { Transform } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsPositive, IsString, MaxLength, ValidateIf } from 'class-validator';
import { STATUSES } from '#domain/case/case-status.js';
import type { CaseStatus } from '#domain/case/case-status.js';
import { PageDto } from '../page.dto.js';
import { OPERATOR_COMMANDS } from './operator-commands.js';
import type { OperatorCommand } from './operator-commands.js';

const listOf = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.split(',') : value);

/** Which cases are wanted. */
export class CasesDto extends PageDto {
  /** One or more, separated by commas. */
  @IsOptional()
  @Transform(listOf)
  @IsArray()
  @IsIn(STATUSES, { each: true })
  status?: CaseStatus[];

  @IsOptional()
  @IsString()
  @MaxLength(100)
  platform?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  department?: string;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  category?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  street?: string;

  @IsOptional()
  @IsIn(['yellow', 'red'])
  clock?: 'yellow' | 'red';

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  q?: string;
}

const needsBecause = ({ command, because }: CommandDto): boolean =>
  because !== undefined || !['dispatch', 'refuse'].includes(command);

/** What an operator asks of a case. */
export class CommandDto {
  @IsIn(OPERATOR_COMMANDS)
  command: OperatorCommand;

  /** To whom a case is dispatched. */
  @ValidateIf(({ command, department }: CommandDto) => command === 'dispatch' || department !== undefined)
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  department?: string;

  @ValidateIf(needsBecause)
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  because?: string;

  /** Why a case is refused, in the words the record keeps. */
  @ValidateIf(({ command, reason }: CommandDto) => command === 'refuse' || reason !== undefined)
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  reason?: string;

  /** The version the operator has seen; a case that has moved on refuses. */
  @IsOptional()
  @IsInt()
  @IsPositive()
  version?: number;
}

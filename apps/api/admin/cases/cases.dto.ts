import { Transform } from 'class-transformer';
import { IsArray, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { STATUSES } from '#domain/case/case-status.js';
import type { CaseStatus } from '#domain/case/case-status.js';
import { CASE_NEEDS, type CaseNeed } from '#storage/reading/case-list.js';
import { PageDto } from '../page.dto.js';

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

  /** What an operator is waited for; one or more, separated by commas. */
  @IsOptional()
  @Transform(listOf)
  @IsArray()
  @IsIn(CASE_NEEDS, { each: true })
  needs?: CaseNeed[];

  @IsOptional()
  @IsIn(['yellow', 'red'])
  clock?: 'yellow' | 'red';

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  q?: string;
}

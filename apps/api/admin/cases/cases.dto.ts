import { Transform } from 'class-transformer';
import { IsArray, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { STATUSES } from '#domain/case/case-status.js';
import type { CaseStatus } from '#domain/case/case-status.js';
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

  @IsOptional()
  @IsIn(['yellow', 'red'])
  clock?: 'yellow' | 'red';

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  q?: string;
}

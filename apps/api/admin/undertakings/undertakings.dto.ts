import { Transform } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsRFC3339,
  IsString,
  IsUUID,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { LISTS, UNDERTAKING_STATES } from '#domain/undertaking/undertaking-state.js';
import type { ListKind, UndertakingState } from '#domain/undertaking/undertaking-state.js';
import { RequestIdDto } from '../request-id.dto.js';
import { PageDto } from '../page.dto.js';

const listOf = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.split(',') : value);
const trueOrFalse = ({ value }: { value: unknown }): unknown =>
  value === 'true' || value === 'false' ? value === 'true' : value;

/** Names an undertaking. */
export class UndertakingDto {
  @IsUUID()
  id: string;
}

/** Which undertakings are wanted. */
export class UndertakingsDto extends PageDto {
  /** One or more, separated by commas. */
  @IsOptional()
  @Transform(listOf)
  @IsArray()
  @IsIn(LISTS, { each: true })
  list?: ListKind[];

  /** One or more, separated by commas. */
  @IsOptional()
  @Transform(listOf)
  @IsArray()
  @IsIn(UNDERTAKING_STATES, { each: true })
  state?: UndertakingState[];

  @IsOptional()
  @IsString()
  @MaxLength(100)
  owner?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  partner?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  street?: string;

  @IsOptional()
  @IsUUID()
  project?: string;

  @IsOptional()
  @Transform(trueOrFalse)
  @IsBoolean()
  overdue?: boolean;
}

/** Whose lists are looked at; all streets' without one. */
export class ProgressDto {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  street?: string;
}

/** A new entry of a list. */
export class NewUndertakingDto extends RequestIdDto {
  @IsIn(LISTS)
  list: ListKind;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  what: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  street: string;

  /** The case it comes from. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  caseNumber?: string;

  /** Id of the project an item belongs to. */
  @IsOptional()
  @IsUUID()
  project?: string;

  /** The partner that offers a resource. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  offeredBy?: string;

  /** The department that answers for it from the beginning. */
  @ValidateIf(({ owner, dueAt }: NewUndertakingDto) => owner !== undefined || dueAt !== undefined)
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  owner?: string;

  /** An instant in ISO 8601, with its offset. */
  @ValidateIf(({ owner, dueAt }: NewUndertakingDto) => owner !== undefined || dueAt !== undefined)
  @IsRFC3339()
  @IsISO8601({ strict: true })
  dueAt?: string;
}

import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ROLES, SCOPE_KINDS } from '#identity/access/roles.js';
import type { Role, ScopeKind } from '#identity/access/roles.js';

/** Whose cases somebody sees. */
export class ScopeDto {
  @IsIn(SCOPE_KINDS)
  kind: ScopeKind;

  /** Departments by id, streets by name, grids by code; none for `all`. */
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(100, { each: true })
  ids: string[] = [];
}

/** Somebody who is to sign in. */
export class NewPersonDto {
  /** No blanks around it, and nothing that a log or a page could misread. */
  @IsString()
  @MaxLength(100)
  @Matches(/^[\p{L}\p{N}](?:[\p{L}\p{N}._@ -]*[\p{L}\p{N}])?$/u)
  name: string;

  @IsIn(ROLES)
  role: Role;

  @IsObject()
  @ValidateNested()
  @Type(() => ScopeDto)
  scope: ScopeDto;
}

/** What changes of somebody; role and scope go together. */
export class PersonChangeDto {
  /** The version that was read. */
  @IsInt()
  @Min(1)
  version: number;

  @ValidateIf(({ role, scope }: PersonChangeDto) => role !== undefined || scope !== undefined)
  @IsIn(ROLES)
  role?: Role;

  @ValidateIf(({ role, scope }: PersonChangeDto) => role !== undefined || scope !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => ScopeDto)
  scope?: ScopeDto;

  /** True: may not sign in any more, and is signed out. */
  @IsOptional()
  @IsBoolean()
  disabled?: boolean;
}

/** Names somebody. */
export class PersonDto {
  @IsUUID()
  id: string;
}

/** Names a session of somebody. */
export class PersonSessionDto extends PersonDto {
  @IsUUID()
  session: string;
}

import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsRFC3339,
  IsString,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import type { Role, ScopeKind } from '#identity/access/roles.js';
import { ROLES, SCOPE_KINDS } from '#identity/access/roles.js';

/** A key that is to be made. */
export class NewApiKeyDto {
  /** For people: what uses it. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;

  /** What a program may do: the roles of people, since it acts for them. */
  @IsIn(ROLES)
  role: Role;

  /** How far it sees. */
  @IsIn(SCOPE_KINDS)
  scopeKind: ScopeKind;

  /** Departments by id, streets by name, grids by code; none where the scope is everything. */
  @ValidateIf(({ scopeKind, scopeIds }: NewApiKeyDto) => scopeKind !== 'all' || scopeIds !== undefined)
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(100, { each: true })
  scopeIds?: string[];

  /** Without it the key lives until it is revoked. */
  @IsOptional()
  @IsRFC3339()
  expiresAt?: string;
}

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

/** What a key may do: the roles of people, since a program acts for them. */
const KEY_ROLES = ['dispatcher', 'supervisor', 'department', 'street', 'grid-worker', 'auditor', 'admin'] as const;
/** How far it sees. */
const KEY_SCOPES = ['all', 'department', 'street', 'grid'] as const;

/** A key that is to be made. */
export class NewApiKeyDto {
  /** For people: what uses it. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;

  @IsIn(KEY_ROLES)
  role: (typeof KEY_ROLES)[number];

  @IsIn(KEY_SCOPES)
  scopeKind: (typeof KEY_SCOPES)[number];

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

import { Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsOptional, IsString, IsUrl, Max, Min, ValidateIf } from 'class-validator';

const URL_RULES = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };

/** How long people stay signed in, and the identity provider that may vouch for them. */
export class IdentityConfig {
  static readonly variables = {
    sessionIdleMinutes: 'HUB_SESSION_IDLE_MINUTES',
    publicUrl: 'HUB_PUBLIC_URL',
    oidcIssuer: 'HUB_OIDC_ISSUER',
    oidcClientId: 'HUB_OIDC_CLIENT_ID',
    oidcClientSecret: 'HUB_OIDC_CLIENT_SECRET',
    oidcClaim: 'HUB_OIDC_CLAIM',
    oidcRoles: 'HUB_OIDC_ROLES',
  };
  static readonly secrets = ['oidcClientSecret'];

  /** Who is not seen for so long is signed out; twelve hours after signing in everybody is. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(720)
  sessionIdleMinutes = 30;

  /** Where browsers reach the hub. */
  @ValidateIf(({ publicUrl, oidcIssuer }: IdentityConfig) => publicUrl !== undefined || oidcIssuer !== undefined)
  @IsUrl(URL_RULES)
  publicUrl?: string;

  @IsOptional()
  @IsUrl(URL_RULES)
  oidcIssuer?: string;

  @ValidateIf(({ oidcIssuer }: IdentityConfig) => oidcIssuer !== undefined)
  @IsString()
  @IsNotEmpty()
  oidcClientId?: string;

  @ValidateIf(({ oidcIssuer }: IdentityConfig) => oidcIssuer !== undefined)
  @IsString()
  @IsNotEmpty()
  oidcClientSecret?: string;

  @IsString()
  @IsNotEmpty()
  oidcClaim = 'groups';

  /** JSON: what each value of the claim makes somebody. */
  @ValidateIf(({ oidcIssuer }: IdentityConfig) => oidcIssuer !== undefined)
  @IsString()
  @IsNotEmpty()
  oidcRoles?: string;
}

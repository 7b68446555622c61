import { RejectedError } from '#domain/errors.js';
import type { Standing } from '../access/roles.js';
import type { OidcSettings } from '../identity-settings.js';
import type { Claims } from './oidc-client.js';

/** Somebody the provider vouches for. */
export interface ProviderPerson {
  /** Theirs for ever, unlike their name. */
  readonly subject: string;
  readonly name: string;
  readonly standing: Standing;
}

/** Who the claims speak of, and what that makes them. Throws `OIDC_REFUSED` when nothing they are has a role here. */
export function personOfClaims(claims: Claims, { issuer, claim, standings }: OidcSettings): ProviderPerson {
  const had = new Set([claims[claim]].flat());
  const standing = [...standings].find(([value]) => had.has(value))?.[1];
  if (standing === undefined) throw new RejectedError('OIDC_REFUSED', `nothing in the claim ${claim} has a role here`);
  const name = [claims['preferred_username'], claims['email'], claims.sub].find(isName) ?? claims.sub;
  return { subject: `${issuer} ${claims.sub}`, name: name.slice(0, 100), standing };
}

const isName = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

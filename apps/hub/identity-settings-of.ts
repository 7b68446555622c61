import type { IdentityConfig } from '#config/identity.config.js';
import { OperatorError } from '#domain/errors.js';
import type { Standing } from '#identity/access/roles.js';
import { readStanding } from '#identity/access/roles.js';
import type { IdentitySettings } from '#identity/identity-settings.js';

/** Settings out of the environment. Throws `CONFIG_INVALID` when a value of the claim would make somebody nothing there is. */
export function identitySettingsOf(config: IdentityConfig): IdentitySettings {
  const { sessionIdleMinutes: idleMinutes, publicUrl, oidcIssuer, oidcClientId = '', oidcClientSecret = '' } = config;
  const own = { idleMinutes, publicUrl: publicUrl?.replace(/\/+$/, '') };
  if (oidcIssuer === undefined) return own;
  const standings = readStandings(config.oidcRoles ?? '');
  return {
    ...own,
    oidc: { issuer: oidcIssuer, clientId: oidcClientId, clientSecret: oidcClientSecret, claim: config.oidcClaim, standings },
  };
}

function readStandings(json: string): ReadonlyMap<string, Standing> {
  return new Map(Object.entries(parse(json)).map(([value, wanted]) => [value, standingOf(value, wanted)]));
}

function standingOf(value: string, wanted: unknown): Standing {
  const { role, scope } = (wanted ?? {}) as { role?: unknown; scope?: { kind?: unknown; ids?: unknown } };
  const ids = Array.isArray(scope?.ids) ? scope.ids.filter((id) => typeof id === 'string') : [];
  const kind = typeof scope?.kind === 'string' ? scope.kind : 'all';
  const standing = typeof role === 'string' ? readStanding(role, { kind, ids }) : undefined;
  if (!standing) throw invalid(`${value} is given no role, or a scope that does not go with it`);
  return standing;
}

function parse(json: string): object {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    throw invalid('is no JSON', error);
  }
  throw invalid('is no JSON object');
}

const invalid = (fault: string, cause?: unknown): OperatorError =>
  new OperatorError('CONFIG_INVALID', `HUB_OIDC_ROLES: ${fault}`, { cause });

import type { Standing } from './access/roles.js';

/** The identity provider people may sign in with. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Which claim names what somebody is: a text or a list of them. */
  readonly claim: string;
  /** What each value of the claim makes somebody; the first in this order that the person has counts. */
  readonly standings: ReadonlyMap<string, Standing>;
}

/** How long sessions live, and who else vouches for people. The injection token too. */
export class IdentitySettings {
  /** Who is not seen for so long is signed out. */
  readonly idleMinutes: number = 30;
  /** Where browsers reach the hub; https makes its cookies secure. */
  readonly publicUrl?: string;
  readonly oidc?: OidcSettings;
}

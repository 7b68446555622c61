import { Injectable } from '@nestjs/common';
import { RejectedError } from '#domain/errors.js';
import { Clock } from '#domain/ports/clock.js';
import { IdSource } from '#domain/ports/ids.js';
import { writeScope } from '#identity/access/roles.js';
import type { OidcSettings } from '#identity/identity-settings.js';
import { IdentitySettings } from '#identity/identity-settings.js';
import { OidcClient } from '#identity/oidc/oidc-client.js';
import { personOfClaims } from '#identity/oidc/person-of-claims.js';
import { hashSessionToken } from '#identity/operators/session-token.js';
import { OidcSignIns } from '#storage/people/oidc-sign-ins.js';
import { OperatorAccounts } from '#storage/people/operator-accounts.js';
import type { Desk, NewSession } from './sessions.js';
import { Sessions } from './sessions.js';

/** How long somebody may take at the provider. */
export const AWAY_SECONDS = 600;
/** Where the provider sends browsers back to, below the public address. */
const CALLBACK = '/api/v1/session/oidc/callback';

/** Signing in with the identity provider (统一身份认证). */
@Injectable()
export class OidcSignIn {
  private client?: OidcClient;

  constructor(
    private readonly settings: IdentitySettings,
    private readonly begun: OidcSignIns,
    private readonly accounts: OperatorAccounts,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
    private readonly ids: IdSource,
  ) {}

  /** Where the browser goes, and the state it must bring back. Throws `NOT_FOUND` where no provider is configured. */
  async begin(): Promise<{ url: string; state: string }> {
    const { url, state, verifier, nonce } = await this.provider().begin();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + AWAY_SECONDS * 1000);
    await this.begun.begin({ stateHash: hashSessionToken(state), verifier, nonce, expiresAt }, now);
    return { url, state };
  }

  /** `state` is what this very browser was given when it left. Throws `OIDC_REFUSED`. */
  async finish(query: string, state: string | undefined, desk: Desk): Promise<NewSession> {
    const client = this.provider();
    const left = state === undefined ? undefined : await this.begun.take(hashSessionToken(state), this.clock.now());
    if (state === undefined || !left)
      throw new RejectedError('OIDC_REFUSED', 'this browser did not begin to sign in, or took too long');
    const person = personOfClaims(await client.finish(query, { state, ...left }), this.configured());
    const { kind, ids } = writeScope(person.standing.scope);
    const written = { role: person.standing.role, scopeKind: kind, scopeIds: ids };
    const { subject, name } = person;
    const account = await this.accounts.fromProvider({ id: this.ids.next(), subject, name, ...written }, this.clock.now());
    if (!account) throw new RejectedError('OIDC_REFUSED', 'the account is disabled, or somebody else has the name');
    return this.sessions.open(account, desk);
  }

  private provider(): OidcClient {
    this.client ??= new OidcClient(this.configured(), `${this.settings.publicUrl ?? ''}${CALLBACK}`);
    return this.client;
  }

  private configured(): OidcSettings {
    const { oidc } = this.settings;
    if (!oidc) throw new RejectedError('NOT_FOUND', 'no identity provider is configured');
    return oidc;
  }
}

import type { DataSource } from 'typeorm';
import { ask } from '../reading/ask.js';

/** A sign-in that went to the identity provider and has not come back; the state's hash in hex. */
export interface BegunSignIn {
  readonly stateHash: string;
  readonly verifier: string;
  readonly nonce: string;
  readonly expiresAt: Date;
}

/** Sign-ins on their way: any process may see them come back, and each comes back once. */
export class OidcSignIns {
  constructor(private readonly source: DataSource) {}

  async begin({ stateHash, verifier, nonce, expiresAt }: BegunSignIn, now: Date): Promise<void> {
    await ask(
      this.source,
      `with over as (delete from oidc_sign_ins where expires_at <= $5)
       insert into oidc_sign_ins (state_hash, verifier, nonce, expires_at) values (decode($1, 'hex'), $2, $3, $4)`,
      [stateHash, verifier, nonce, expiresAt, now],
    );
  }

  async take(stateHash: string, now: Date): Promise<{ verifier: string; nonce: string } | undefined> {
    const rows = await ask<{ verifier: string; nonce: string }>(
      this.source,
      `with taken as (delete from oidc_sign_ins where state_hash = decode($1, 'hex') and expires_at > $2 returning verifier, nonce)
       select * from taken`,
      [stateHash, now],
    );
    return rows.at(0);
  }
}

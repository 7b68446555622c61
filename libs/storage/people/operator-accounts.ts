import type { DataSource } from 'typeorm';
import { ask } from '../reading/ask.js';

/** Who may sign in. */
export interface OperatorAccount {
  readonly id: string;
  readonly name: string;
  /** Null: the person signs in with the identity provider. */
  readonly passwordHash: string | null;
  /** Sealed; null: no second factor. */
  readonly totpSecret: Buffer | null;
  readonly totpSince: Date | null;
  /** The newest step a code was taken of. */
  readonly totpStep: string | null;
}

/** A role and a scope as the table writes them. */
export interface WrittenStanding {
  readonly role: string;
  readonly scopeKind: string;
  readonly scopeIds: readonly string[];
}

/** A new account, or a new password for one of that name. */
export interface AccountChange {
  readonly id: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly at: Date;
  /** The password is somebody else's: whoever signs in with it chooses another first. */
  readonly mustChange: boolean;
}

const COLUMNS = `id, name, password_hash as "passwordHash", totp_secret as "totpSecret", totp_since as "totpSince", totp_step as "totpStep"`;

/** Accounts and their passwords, hashed before they reach here. Whoever is disabled is not found. */
export class OperatorAccounts {
  constructor(private readonly source: DataSource) {}

  async find(name: string): Promise<OperatorAccount | undefined> {
    const sql = `select ${COLUMNS} from operators where name = $1 and disabled_at is null`;
    return (await ask<OperatorAccount>(this.source, sql, [name])).at(0);
  }

  async byId(id: string): Promise<OperatorAccount | undefined> {
    const sql = `select ${COLUMNS} from operators where id = $1 and disabled_at is null`;
    return (await ask<OperatorAccount>(this.source, sql, [id])).at(0);
  }

  /** Adds an admin only where there is no account at all; two starters at once add one. */
  async addFirst({ id, name, passwordHash, at, mustChange }: AccountChange): Promise<boolean> {
    const rows = await ask(
      this.source,
      `insert into operators (id, name, password_hash, created_at, password_at, must_change, role, scope_kind)
       select $1, $2, $3, $4, $4, $5, 'admin', 'all'
       where not exists (select 1 from operators) on conflict (name) do nothing returning id`,
      [id, name, passwordHash, at, mustChange],
    );
    return rows.length > 0;
  }

  async isEmpty(): Promise<boolean> {
    return (await ask(this.source, 'select 1 from operators limit 1')).length === 0;
  }

  /** An admin who was not there is made; of one that was only the password changes, and who was signed in is signed out. */
  async put({ id, name, passwordHash, at, mustChange }: AccountChange): Promise<void> {
    await ask(
      this.source,
      `with account as (
         insert into operators (id, name, password_hash, created_at, password_at, must_change, role, scope_kind)
         values ($1, $2, $3, $4, $4, $5, 'admin', 'all')
         on conflict (name) do update set password_hash = excluded.password_hash, password_at = $4, must_change = $5 returning id)
       delete from sessions s using account a where s.operator_id = a.id`,
      [id, name, passwordHash, at, mustChange],
    );
  }

  /** The person's own new password; all their sessions but the one of that token hash (hex) end. */
  async changePassword(id: string, passwordHash: string, keptSession: string, at: Date): Promise<void> {
    await ask(
      this.source,
      `with account as (update operators set password_hash = $2, password_at = $4, must_change = false where id = $1 returning id)
       delete from sessions s using account a where s.operator_id = a.id and s.token_hash <> decode($3, 'hex')`,
      [id, passwordHash, keptSession, at],
    );
  }

  /** The same password under another hash, unless it was changed meanwhile. */
  async rehash(id: string, from: string, to: string): Promise<void> {
    await ask(this.source, 'update operators set password_hash = $3 where id = $1 and password_hash = $2', [id, from, to]);
  }

  /** The account of who comes from the identity provider, made at the first time; undefined: disabled, or the name is a local one. */
  async fromProvider(
    person: { readonly id: string; readonly subject: string; readonly name: string } & WrittenStanding,
    at: Date,
  ): Promise<{ id: string; name: string } | undefined> {
    const { id, subject, name, role, scopeKind, scopeIds } = person;
    const rows = await ask<{ id: string; name: string }>(
      this.source,
      `insert into operators as o (id, name, subject, role, scope_kind, scope_ids, created_at)
       select $1::uuid, $2, $3, $4, $5, $6::text[], $7::timestamptz
       where not exists (select 1 from operators where name = $2 and subject is distinct from $3)
       on conflict (subject) do update set role = $4, scope_kind = $5, scope_ids = $6::text[] where o.disabled_at is null
       returning id, name`,
      [id, name, subject, role, scopeKind, scopeIds, at],
    );
    return rows.at(0);
  }
}

import type { DataSource } from 'typeorm';
import { translateDatabaseError } from '../database-errors.js';

/** Who may sign in. */
export interface OperatorAccount {
  readonly id: string;
  readonly name: string;
  readonly passwordHash: string;
}

/** Somebody who is signed in. */
export interface OpenSession {
  readonly name: string;
  readonly expiresAt: Date;
}

/** A new account, or a new password for one of that name. */
export interface AccountChange {
  readonly id: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly at: Date;
}

/** Accounts and sessions. Passwords and tokens are hashed before they reach here. */
export class OperatorAccounts {
  constructor(private readonly source: DataSource) {}

  async find(name: string): Promise<OperatorAccount | undefined> {
    const [row] = await this.ask<OperatorAccount>(
      'select id, name, password_hash as "passwordHash" from operators where name = $1',
      [name],
    );
    return row;
  }

  /** Adds an account only where there is none at all; two starters at once add one. */
  async addFirst({ id, name, passwordHash, at }: AccountChange): Promise<boolean> {
    const rows = await this.ask(
      `insert into operators (id, name, password_hash, created_at) select $1, $2, $3, $4
       where not exists (select 1 from operators) on conflict (name) do nothing returning id`,
      [id, name, passwordHash, at],
    );
    return rows.length > 0;
  }

  async isEmpty(): Promise<boolean> {
    return (await this.ask('select 1 from operators limit 1')).length === 0;
  }

  /** Whoever was signed in under the old password is signed out. */
  async put({ id, name, passwordHash, at }: AccountChange): Promise<void> {
    await this.ask(
      `with account as (
         insert into operators (id, name, password_hash, created_at) values ($1, $2, $3, $4)
         on conflict (name) do update set password_hash = excluded.password_hash returning id)
       delete from sessions s using account a where s.operator_id = a.id`,
      [id, name, passwordHash, at],
    );
  }

  async openSession(operatorId: string, tokenHash: string, expiresAt: Date, now: Date): Promise<void> {
    await this.ask(
      `with over as (delete from sessions where expires_at <= $4)
       insert into sessions (token_hash, operator_id, expires_at) values (decode($1, 'hex'), $2, $3)`,
      [tokenHash, operatorId, expiresAt, now],
    );
  }

  async session(tokenHash: string, now: Date): Promise<OpenSession | undefined> {
    const [row] = await this.ask<OpenSession>(
      `select o.name, s.expires_at as "expiresAt" from sessions s join operators o on o.id = s.operator_id
       where s.token_hash = decode($1, 'hex') and s.expires_at > $2`,
      [tokenHash, now],
    );
    return row;
  }

  async closeSession(tokenHash: string): Promise<void> {
    await this.ask(`delete from sessions where token_hash = decode($1, 'hex')`, [tokenHash]);
  }

  private async ask<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    try {
      return await this.source.query<Row[]>(sql, parameters);
    } catch (thrown) {
      throw translateDatabaseError(thrown);
    }
  }
}

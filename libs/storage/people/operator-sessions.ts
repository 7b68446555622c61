import type { DataSource } from 'typeorm';
import { ask } from '../reading/ask.js';
import type { WrittenStanding } from './operator-accounts.js';

/** Somebody who is signed in. */
export interface OpenSession extends WrittenStanding {
  /** Of the person. */
  readonly id: string;
  readonly name: string;
  readonly mustChange: boolean;
  readonly hasSecondFactor: boolean;
  readonly expiresAt: Date;
  readonly lastSeenAt: Date;
}

/** Where somebody is signed in, as they are shown it. */
export interface ListedSession {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly address: string | null;
  readonly agent: string | null;
  readonly isThis: boolean;
}

/** A session as it begins; the hash of its token in hex. */
export interface NewSessionRow {
  readonly operatorId: string;
  readonly tokenHash: string;
  readonly expiresAt: Date;
  readonly now: Date;
  readonly address: string;
  readonly agent?: string;
}

/** Sessions that are over: too long ago, or nobody was seen for too long. */
const LIVES = 's.expires_at > $2 and s.last_seen_at > $3';

/** Sessions by the hash of their token, in hex. `idleSince`: who was not seen since then is signed out. */
export class OperatorSessions {
  constructor(private readonly source: DataSource) {}

  async open({ operatorId, tokenHash, expiresAt, now, address, agent }: NewSessionRow): Promise<void> {
    await ask(
      this.source,
      `with over as (delete from sessions where expires_at <= $4)
       insert into sessions (token_hash, operator_id, expires_at, created_at, last_seen_at, address, agent)
       values (decode($1, 'hex'), $2, $3, $4, $4, $5, $6)`,
      [tokenHash, operatorId, expiresAt, now, address, agent?.slice(0, 200) ?? null],
    );
  }

  async find(tokenHash: string, now: Date, idleSince: Date): Promise<OpenSession | undefined> {
    const rows = await ask<OpenSession>(
      this.source,
      `select o.id, o.name, o.role, o.scope_kind as "scopeKind", o.scope_ids as "scopeIds", o.must_change as "mustChange",
         o.totp_since is not null as "hasSecondFactor", s.expires_at as "expiresAt", s.last_seen_at as "lastSeenAt"
       from sessions s join operators o on o.id = s.operator_id
       where s.token_hash = decode($1, 'hex') and ${LIVES} and o.disabled_at is null`,
      [tokenHash, now, idleSince],
    );
    return rows.at(0);
  }

  async seen(tokenHash: string, now: Date): Promise<void> {
    const sql = `update sessions set last_seen_at = $2 where token_hash = decode($1, 'hex') and last_seen_at < $2`;
    await ask(this.source, sql, [tokenHash, now]);
  }

  async close(tokenHash: string): Promise<void> {
    await ask(this.source, `delete from sessions where token_hash = decode($1, 'hex')`, [tokenHash]);
  }

  /** Newest first; `isThis` marks the one of `tokenHash`. */
  list(operatorId: string, now: Date, idleSince: Date, tokenHash = ''): Promise<ListedSession[]> {
    return ask<ListedSession>(
      this.source,
      `select s.id, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt", s.address, s.agent,
         s.token_hash = decode($4, 'hex') as "isThis"
       from sessions s where s.operator_id = $1 and ${LIVES} order by s.created_at desc, s.id`,
      [operatorId, now, idleSince, tokenHash],
    );
  }

  /** Ends one session of somebody; false when they have none of that id. */
  async end(operatorId: string, id: string): Promise<boolean> {
    const sql = `with ended as (delete from sessions where operator_id = $1 and id = $2 returning 1) select * from ended`;
    return (await ask(this.source, sql, [operatorId, id])).length > 0;
  }
}

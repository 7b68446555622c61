import type { DataSource } from 'typeorm';
import { ask } from '../reading/ask.js';
import { Conditions } from '../reading/conditions.js';
import type { Page, PageRequest } from '../reading/page.js';
import { positionOf, toPage } from '../reading/page.js';
import { transact } from '../transact.js';
import type { WrittenStanding } from './operator-accounts.js';

/** Somebody as the people's page shows them. */
export interface Person extends WrittenStanding {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  readonly mustChange: boolean;
  readonly hasSecondFactor: boolean;
  /** Signs in with the identity provider. */
  readonly isFromProvider: boolean;
  readonly lastSeenAt: Date | null;
}

/** What an admin changes of a person; absent fields stay. */
export interface PersonChange {
  readonly standing?: WrittenStanding;
  readonly disabled?: boolean;
}

/** How a change ended. */
export type PersonOutcome = 'changed' | 'unknown' | 'stale' | 'last-admin';

const SELECT = `select o.id, o.version, o.name, o.role, o.scope_kind as "scopeKind", o.scope_ids as "scopeIds", o.created_at as "createdAt",
  o.disabled_at as "disabledAt", o.must_change as "mustChange", o.totp_since is not null as "hasSecondFactor",
  o.subject is not null as "isFromProvider", (select max(last_seen_at) from sessions s where s.operator_id = o.id) as "lastSeenAt"
  from operators o`;
const NAME = /^.{1,100}$/su;

/** All who may sign in, for those who decide who that is. */
export class PeopleBook {
  constructor(private readonly source: DataSource) {}

  /** By name. */
  async page({ cursor, limit }: PageRequest): Promise<Page<Person>> {
    const where = new Conditions();
    if (cursor !== undefined) where.add('o.name > ?', ...positionOf(cursor, [NAME]));
    const sql = `${SELECT} where ${where} order by o.name limit ${where.bind(limit + 1)}`;
    const rows = await ask<Person>(this.source, sql, where.parameters);
    return toPage(rows, limit, ({ name }) => [name]);
  }

  async find(id: string): Promise<Person | undefined> {
    return (await ask<Person>(this.source, `${SELECT} where o.id = $1`, [id])).at(0);
  }

  /** False when somebody of that name is there. */
  async add(person: { id: string; name: string; passwordHash: string; at: Date } & WrittenStanding): Promise<boolean> {
    const { id, name, passwordHash, at, role, scopeKind, scopeIds } = person;
    const rows = await ask(
      this.source,
      `insert into operators (id, name, password_hash, created_at, password_at, must_change, role, scope_kind, scope_ids)
       values ($1, $2, $3, $4, $4, true, $5, $6, $7) on conflict (name) do nothing returning id`,
      [id, name, passwordHash, at, role, scopeKind, scopeIds],
    );
    return rows.length > 0;
  }

  /** Whoever is disabled is signed out in the same moment. The city is never left without an admin. */
  change(id: string, version: number, { standing, disabled }: PersonChange, at: Date): Promise<PersonOutcome> {
    return transact(this.source, async (manager) => {
      // Two admins who demote each other must meet.
      const admins = await manager.query<{ id: string }[]>(
        `select id from operators where role = 'admin' and disabled_at is null order by id for update`,
      );
      const [found] = await manager.query<{ version: number }[]>('select version from operators where id = $1 for update', [id]);
      if (found === undefined) return 'unknown';
      if (found.version !== version) return 'stale';
      const leaves = disabled === true || (standing !== undefined && standing.role !== 'admin');
      if (leaves && admins.length === 1 && admins[0].id === id) return 'last-admin';
      await manager.query(
        `update operators set version = version + 1, role = coalesce($2, role), scope_kind = coalesce($3, scope_kind),
           scope_ids = coalesce($4::text[], scope_ids), disabled_at = case when $5::boolean is null then disabled_at
             when $5 then coalesce(disabled_at, $6::timestamptz) end where id = $1`,
        [id, standing?.role, standing?.scopeKind, standing?.scopeIds, disabled, at],
      );
      if (disabled === true) await manager.query('delete from sessions where operator_id = $1', [id]);
      return 'changed';
    });
  }

  /** Another password that must be changed at once; who was signed in is signed out. False: nobody, or no local account. */
  async renewPassword(id: string, passwordHash: string, at: Date): Promise<boolean> {
    const rows = await ask(
      this.source,
      `with account as (update operators set password_hash = $2, password_at = $3, must_change = true, version = version + 1
           where id = $1 and subject is null returning id),
         out as (delete from sessions s using account a where s.operator_id = a.id)
       select id from account`,
      [id, passwordHash, at],
    );
    return rows.length > 0;
  }
}

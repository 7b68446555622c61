import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People at the desk: what they are, what they see, their second factor, and where they are signed in. */
export class Identity1795431000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OPERATORS);
    await runner.query(SESSIONS);
    await runner.query(TRIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table recovery_codes, sign_in_tries, oidc_sign_ins;
delete from sessions;
alter table sessions drop column id, drop column created_at, drop column last_seen_at, drop column address, drop column agent;
delete from operators where password_hash is null;
alter table operators alter column password_hash set not null, drop column version, drop column role, drop column scope_kind,
  drop column scope_ids, drop column disabled_at, drop column must_change, drop column password_at, drop column totp_secret,
  drop column totp_since, drop column totp_step, drop column subject`);
  }
}

/** Whoever was here before could do everything; so they can still. A person of the identity provider has no password. */
const OPERATORS = `
alter table operators alter column password_hash drop not null,
  add column version int not null default 1,
  add column role text not null default 'admin'
    check (role in ('dispatcher', 'supervisor', 'department', 'street', 'grid-worker', 'auditor', 'admin')),
  add column scope_kind text not null default 'all' check (scope_kind in ('all', 'department', 'street', 'grid')),
  add column scope_ids text[] not null default '{}',
  add column disabled_at timestamptz,
  add column must_change boolean not null default false,
  add column password_at timestamptz,
  add column totp_secret bytea,
  add column totp_since timestamptz,
  add column totp_step bigint,
  add column subject text unique;

create table recovery_codes (
  operator_id uuid not null references operators on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (operator_id, code_hash)
);
`;

/** A session of before does not say when it was last seen: it begins to be idle now. */
const SESSIONS = `
alter table sessions add column id uuid not null unique default gen_random_uuid(),
  add column created_at timestamptz not null default now(),
  add column last_seen_at timestamptz not null default now(),
  add column address text,
  add column agent text;
create index sessions_of_operator on sessions (operator_id);
`;

/** Keys are hashes: what is typed into a name field is now and then a password. */
const TRIES = `
create table sign_in_tries (
  key bytea primary key,
  count int not null,
  wait_until timestamptz not null,
  last_at timestamptz not null,
  is_known boolean not null default false
);
create index sign_in_tries_by_age on sign_in_tries (last_at);

create table oidc_sign_ins (
  state_hash bytea primary key,
  verifier text not null,
  nonce text not null,
  expires_at timestamptz not null
);
`;

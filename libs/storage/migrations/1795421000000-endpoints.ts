import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where departments receive: their endpoints, sealed secrets, what happened to them, and what shadows answered. */
export class Endpoints1795421000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table endpoints (
  department text primary key,
  url text,
  allow_private boolean not null,
  thin boolean not null,
  algorithms text[] not null,
  shadow_url text,
  callback_key text,
  state text not null default 'enabled' check (state in ('enabled', 'disabled')),
  reason text,
  since timestamptz not null,
  created_at timestamptz not null,
  changed_by text,
  rotated_by text,
  failing_since timestamptz,
  failed_at timestamptz,
  succeeded_at timestamptz,
  breaker text not null default 'closed' check (breaker in ('closed', 'open', 'half-open'))
);

create table endpoint_secrets (
  id bigint generated always as identity primary key,
  department text not null references endpoints on delete cascade,
  kind text not null check (kind in ('shared', 'private')),
  sealed bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz
);
create index secrets_of_endpoint on endpoint_secrets (department);

create table endpoint_notices (
  id bigint generated always as identity primary key,
  department text not null,
  at timestamptz not null,
  what text not null check (what in ('changed', 'enabled', 'disabled', 'rotated', 'tested')),
  by text not null,
  detail text not null
);
create index notices_of_endpoint on endpoint_notices (department, id);

create table shadow_attempts (
  id bigint generated always as identity primary key,
  department text not null,
  delivery_id uuid not null,
  at timestamptz not null,
  url text not null,
  duration_ms int not null,
  outcome text not null,
  status int,
  reason text
);
create index shadow_attempts_of_endpoint on shadow_attempts (department, at);

create index attempts_failed on delivery_attempts (at) where outcome <> 'confirmed'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index attempts_failed');
    await runner.query('drop table shadow_attempts, endpoint_notices, endpoint_secrets, endpoints');
  }
}

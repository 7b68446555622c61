import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of programs, and what departments that fetch their messages have been shown and have acknowledged. */
export class DepartmentFeed1795422000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table api_keys (
  id text primary key,
  name text not null,
  role text not null,
  scope_kind text not null,
  scope_ids text[] not null,
  hash bytea not null,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);

create table department_feeds (
  department text primary key,
  shown bigint not null default 0,
  acknowledged bigint not null default 0
);

create table department_feed_entries (
  department text not null references department_feeds,
  number bigint not null,
  delivery_id uuid not null references deliveries,
  attempt int not null,
  shown_at timestamptz not null,
  primary key (department, number)
);
create index feed_entries_of_delivery on department_feed_entries (delivery_id, number)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table department_feed_entries, department_feeds, api_keys');
  }
}

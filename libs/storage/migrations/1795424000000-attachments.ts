import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photographs and papers of the handling; and how fast each endpoint may be sent to. */
export class Attachments1795424000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table attachments (
  id uuid primary key,
  case_id uuid not null references cases,
  department text not null,
  name text not null,
  type text not null,
  bytes bigint not null,
  sha256 bytea not null,
  note text,
  at timestamptz not null,
  unique (case_id, department, sha256)
);

alter table endpoints add column rate_per_second double precision check (rate_per_second > 0),
  add column concurrency int check (concurrency > 0);

alter table endpoint_notices drop constraint endpoint_notices_what_check,
  add constraint endpoint_notices_what_check
    check (what in ('created', 'changed', 'enabled', 'disabled', 'rotated', 'tested'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table endpoints drop column rate_per_second, drop column concurrency');
    await runner.query('drop table attachments');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Raw records are sealed; a citizen's reports are found by the hash of a number. */
export class Privacy1795432000000 implements MigrationInterface {
  readonly name = 'Privacy1795432000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table records add column sealed boolean not null default false');
    await runner.query('alter table reports add column identity_hashes text[], add column erased_at timestamptz');
    await runner.query(REVEALS);
    await runner.query('create table privacy_work (name text primary key, position text not null, changed bigint not null)');
    await runner.query('create index reports_of_reporter on reports (reporter_hash) where reporter_hash is not null');
    await runner.query('create index reports_naming on reports using gin (identity_hashes) where identity_hashes is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reveals, privacy_work');
    await runner.query('drop index reports_of_reporter, reports_naming');
    await runner.query('alter table reports drop column identity_hashes, drop column erased_at');
    await runner.query('alter table records drop column sealed');
  }
}

/** Who had a citizen's identity shown, and why: the receipt of the request, and what their hourly share is counted from. */
const REVEALS = `
create table reveals (
  actor text not null,
  request_id text not null,
  report_id uuid not null references reports,
  reason text not null,
  at timestamptz not null,
  primary key (actor, request_id)
);
create index reveals_of_actor on reveals (actor, at);
`;

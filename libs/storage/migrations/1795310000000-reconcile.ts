import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The boundary: days compared with the platforms, the shape of their records, and how often quarantine was tried again. */
export class Reconcile1795310000000 implements MigrationInterface {
  readonly name = 'Reconcile1795310000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COMPARISONS);
    await runner.query(SHAPES);
    await runner.query('alter table records add column retries smallint not null default 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table records drop column retries');
    await runner.query('drop table schema_fields, reconcile_turns, reconciliations');
  }
}

/** A day is counted or failed; days of one run share `at`. */
const COMPARISONS = `
create table reconciliations (
  platform text not null,
  at timestamptz not null,
  day date not null,
  counted_before timestamptz,
  at_source int,
  ours int,
  missing text[] not null default '{}',
  healed text[] not null default '{}',
  error_code text,
  error text,
  primary key (platform, at, day),
  check (error_code is not null or (counted_before is not null and at_source is not null and ours is not null))
);

create table reconcile_turns (
  platform text primary key,
  next_at timestamptz not null
);
`;

/** A field of two types is two rows; a row whose \`drift\` is not null was no part of what was learnt at first. */
const SHAPES = `
create table schema_fields (
  platform text not null,
  path text not null,
  type text not null,
  example text not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  samples int not null default 1,
  drift text check (drift in ('new-field', 'changed-type')),
  types_before text[] not null default '{}',
  acknowledged_at timestamptz,
  acknowledged_by text,
  primary key (platform, path, type)
);
create index schema_fields_drifted on schema_fields (platform) where drift is not null and acknowledged_at is null;
`;

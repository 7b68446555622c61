import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the Open311 server needs: updates that clients fetch, and the way to a platform's newest reports. */
export class Open3111763812800000 implements MigrationInterface {
  readonly name = 'Open3111763812800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UPDATES);
    await runner.query('create index reports_by_asking on reports (platform, reported_at desc, id desc)');
    // without it the planner thinks that hardly a report has the code asked for, and reads them all
    await runner.query(`create statistics reports_source_codes on (source_category->>'code') from reports`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop statistics reports_source_codes');
    await runner.query('drop index reports_by_asking');
    await runner.query('drop table published_updates');
  }
}

/** `case_status` is where the case stood when the update was put up: a later move is told by a later update. */
const UPDATES = `
create table published_updates (
  seq bigint generated always as identity primary key,
  platform text not null,
  reference text not null,
  external_id text not null,
  kind text not null check (kind in ('progress', 'answer')),
  text text not null,
  department text not null,
  case_status text not null,
  published_at timestamptz not null,
  unique (platform, reference)
);
create index published_updates_by_time on published_updates (platform, published_at, seq);
create index published_updates_of_report on published_updates (platform, external_id, published_at);
`;

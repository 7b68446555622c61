import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 热点: cases that were raised because they grow; one that has cooled may be raised again. */
export class HotIssues1795330000000 implements MigrationInterface {
  readonly name = 'HotIssues1795330000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ISSUES);
    await runner.query(
      `create index links_joined on report_links (linked_at) include (case_id) where relation <> 'opened' and unlinked_at is null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index links_joined');
    await runner.query('drop table hot_issues');
  }
}

/** How the case grew when it was raised; how it grows now is counted from its reports. */
const ISSUES = `
create table hot_issues (
  id bigint generated always as identity primary key,
  case_id uuid not null references cases,
  raised_at timestamptz not null,
  recent int not null,
  expected real not null,
  surprise real not null,
  cooled_at timestamptz
);
create unique index hot_issues_raised on hot_issues (case_id) where cooled_at is null;
create index hot_issues_newest on hot_issues (id desc) where cooled_at is null;
`;

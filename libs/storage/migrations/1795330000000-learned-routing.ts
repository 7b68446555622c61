import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What confirmed cases taught the router: one row, its state deflated; `mark` is the confirmation it has learned up to. */
export class LearnedRouting1795330000000 implements MigrationInterface {
  readonly name = 'LearnedRouting1795330000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table learned_routing (
  one boolean primary key default true check (one),
  version bigint not null,
  router bytea not null,
  mark text not null,
  learned_at timestamptz not null default now()
);
create index events_that_confirm on case_events (at, case_id, seq)
  where type = 'case.handled' or (type = 'case.dispatched' and data ->> 'rule' = 'operator');
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index events_that_confirm; drop table learned_routing');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What goes on around a case, and clocks that start on the way, stand still and climb the ladder. */
export class Proceedings1795410000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table cases add column supervision text, add column proceedings jsonb;

alter table case_clocks
  add column unit text not null default 'natural-day',
  add column rung int not null default 0,
  add column paused_at timestamptz,
  add column next_ring_at timestamptz;
update case_clocks set
  rung = case when overdue_at is not null then 2 when warned_at is not null then 1 else 0 end,
  next_ring_at = case when overdue_at is not null then null when warned_at is not null then due_at else warn_at end;
drop index clocks_to_warn, clocks_to_ring;
alter table case_clocks drop column warned_at, drop column overdue_at;
create index clocks_to_ring on case_clocks (next_ring_at) where met_at is null and next_ring_at is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop index clocks_to_ring;
alter table case_clocks add column warned_at timestamptz, add column overdue_at timestamptz;
alter table case_clocks drop column unit, drop column rung, drop column paused_at, drop column next_ring_at;
create index clocks_to_warn on case_clocks (warn_at) where met_at is null and warned_at is null;
create index clocks_to_ring on case_clocks (due_at) where met_at is null and overdue_at is null;
alter table cases drop column supervision, drop column proceedings`);
  }
}

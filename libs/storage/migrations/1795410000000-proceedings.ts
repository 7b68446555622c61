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
insert into case_clocks (case_id, clock, starts_at, warn_at, due_at, unit, because)
  select id, case status when 'handled' then 'answer' when 'held' then 'dispatch' else 'resolve' end,
    now(), now() + interval '19 hours', now() + interval '1 day', 'natural-day', '升级时补记'
  from cases c where status in ('held', 'dispatched', 'handling', 'handled')
  and not exists (select 1 from case_clocks k where k.case_id = c.id and k.met_at is null)
  on conflict (case_id, clock) do update set met_at = null, warned_at = null, overdue_at = null,
    due_at = excluded.due_at, warn_at = excluded.warn_at, because = excluded.because;
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

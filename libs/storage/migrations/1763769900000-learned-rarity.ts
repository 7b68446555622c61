import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the city's texts taught: one row, its counts deflated. The reports of a case are read in their order. */
export class LearnedRarity1763769900000 implements MigrationInterface {
  readonly name = 'LearnedRarity1763769900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table learned_rarity (
  one boolean primary key default true check (one),
  version bigint not null,
  texts int not null,
  counts bytea not null,
  newest uuid,
  learned_at timestamptz not null default now()
);
drop index reports_of_case;
create index reports_of_case on reports (case_id, id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table learned_rarity; drop index reports_of_case; create index reports_of_case on reports (case_id)',
    );
  }
}

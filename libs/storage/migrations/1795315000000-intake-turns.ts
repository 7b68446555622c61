import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wrote when, for a few minutes; a crash ends all transactions that could ask, so the rows need not survive it. */
export class IntakeTurns1795315000000 implements MigrationInterface {
  readonly name = 'IntakeTurns1795315000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create unlogged table intake_turns (
  xid xid8 primary key default pg_current_xact_id(),
  worker uuid not null,
  taken_at timestamptz not null default now()
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table intake_turns');
  }
}

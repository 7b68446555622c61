import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 即办: how a report was solved where it was raised; null for all others. */
export class SolvedOnTheSpot1795300000000 implements MigrationInterface {
  readonly name = 'SolvedOnTheSpot1795300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reports add column solved_on_the_spot jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reports drop column solved_on_the_spot');
  }
}

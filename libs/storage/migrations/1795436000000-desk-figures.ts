import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the board of the desk counts and shows is read from indexes: departments' loads, and what happened last. */
export class DeskFigures1795436000000 implements MigrationInterface {
  readonly name = 'DeskFigures1795436000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index case_search_load on case_search (lead, status) include (due_at) where closed_at is null and lead is not null`,
    );
    await runner.query('create index case_events_newest on case_events (at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index case_events_newest');
    await runner.query('drop index case_search_load');
  }
}

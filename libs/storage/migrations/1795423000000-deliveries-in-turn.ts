import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A target's messages are taken oldest first: without sorting all that it is owed, however much piled up while it was away. */
export class DeliveriesInTurn1795423000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index deliveries_in_turn on deliveries (channel, target, seq) where state in ('owed', 'unknown')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index deliveries_in_turn');
  }
}

import type { EventEmitter } from 'node:events';
import { DataSource } from 'typeorm';
import { translateDatabaseError } from './database-errors.js';
import { Audit1795433000000 } from './migrations/1795433000000-audit.js';
import { Attachments1795424000000 } from './migrations/1795424000000-attachments.js';
import { Begin1763769600000 } from './migrations/1763769600000-begin.js';
import { CaseSearch1795435000000 } from './migrations/1795435000000-case-search.js';
import { DeskFigures1795436000000 } from './migrations/1795436000000-desk-figures.js';
import { DeliveriesInTurn1795423000000 } from './migrations/1795423000000-deliveries-in-turn.js';
import { DepartmentFeed1795422000000 } from './migrations/1795422000000-department-feed.js';
import { Groupings1795320000000 } from './migrations/1795320000000-groupings.js';
import { Identity1795431000000 } from './migrations/1795431000000-identity.js';
import { IntakeTurns1795315000000 } from './migrations/1795315000000-intake-turns.js';
import { HotIssues1795330000000 } from './migrations/1795330000000-hot-issues.js';
import { LearnedRarity1763769900000 } from './migrations/1763769900000-learned-rarity.js';
import { LearnedRouting1795330000000 } from './migrations/1795330000000-learned-routing.js';
import { Open3111763812800000 } from './migrations/1763812800000-open311.js';
import { Reconcile1795310000000 } from './migrations/1795310000000-reconcile.js';
import { Endpoints1795421000000 } from './migrations/1795421000000-endpoints.js';
import { Privacy1795432000000 } from './migrations/1795432000000-privacy.js';
import { Proceedings1795410000000 } from './migrations/1795410000000-proceedings.js';
import { ReferenceVersions1795434000000 } from './migrations/1795434000000-reference-versions.js';
import { SolvedOnTheSpot1795300000000 } from './migrations/1795300000000-solved-on-the-spot.js';
import { Undertakings1795400000000 } from './migrations/1795400000000-undertakings.js';

export interface DatabaseSettings {
  readonly url: string;
  /** Connections at most. */
  readonly poolSize: number;
  readonly applicationName?: string;
}

/** Makes or updates our tables may be asked by several starters at once; the second one waits for the first. */
const MIGRATION_LOCK = 724_550;

/** The connection to the truth, also the token it is injected by. */
export { DataSource };

/** A connection to the truth. Not connected yet. */
export function createDataSource({ url, poolSize, applicationName = 'huiliu' }: DatabaseSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize,
    applicationName,
    connectTimeoutMS: 5_000,
    migrations: [
      Begin1763769600000,
      LearnedRarity1763769900000,
      Open3111763812800000,
      SolvedOnTheSpot1795300000000,
      Reconcile1795310000000,
      IntakeTurns1795315000000,
      Groupings1795320000000,
      HotIssues1795330000000,
      LearnedRouting1795330000000,
      Undertakings1795400000000,
      Proceedings1795410000000,
      Endpoints1795421000000,
      DepartmentFeed1795422000000,
      DeliveriesInTurn1795423000000,
      Attachments1795424000000,
      Identity1795431000000,
      Privacy1795432000000,
      Audit1795433000000,
      ReferenceVersions1795434000000,
      CaseSearch1795435000000,
      DeskFigures1795436000000,
    ],
    // An idle connection that breaks is reported here; without a listener it would end the process.
    poolErrorHandler: () => undefined,
  });
}

/** Connects and brings the tables up to date. */
export async function openDatabase(source: DataSource): Promise<void> {
  try {
    if (!source.isInitialized) {
      await source.initialize();
      surviveDyingConnections(source);
    }
    await migrate(source);
  } catch (thrown) {
    throw translateDatabaseError(thrown);
  }
}

/**
 * A server that dies can say so in the very packet that ends a new connection's handshake, before anybody listens; an error
 * without a listener ends the process. The query that wanted the connection fails all the same.
 */
function surviveDyingConnections(source: DataSource): void {
  const { master } = source.driver as unknown as { master: EventEmitter };
  master.on('connect', (client: EventEmitter) => client.on('error', () => undefined));
}

async function migrate(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await runner.release();
  }
}

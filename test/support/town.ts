import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DataSource } from 'typeorm';
import { City } from '#apps/city/city.js';
import { completeOptions } from '#apps/city/control/city-options.js';
import type { CityOptions } from '#apps/city/control/city-options.js';
import { Operators } from '#apps/api/admin/operators.js';
import { openCity } from '#apps/hub/open-city.js';
import { isQuiet } from '#apps/hub/settle.js';
import type { RunningHub } from '#apps/hub/start-hub.js';
import { startHub } from '#apps/hub/start-hub.js';
import type { HubConfig } from '#config/load-config.js';
import { loadConfig } from '#config/load-config.js';
import type { CityConfig } from '#config/load-reference.js';
import { projectRoot } from '#config/project-root.js';
import type { Ledger } from '#domain/ledger/ledger.js';
import { drawLedger } from '#domain/ledger/ledger.js';
import { createLogger } from '#runtime/logger.js';
import { createDataSource, openDatabase } from '#storage/data-source.js';
import { SqlLedgerBook } from '#storage/sql-ledger-book.js';
import type { TestDatabase } from './database.js';
import { freshDatabase } from './database.js';
import type { QueueBackend } from './queue-backends.js';
import { until } from './until.js';

/*
 * What is real here: PostgreSQL, Redis, BullMQ, HTTP, files, the whole hub and the whole simulated city.
 * What is not: the size of the city and the pace of its people.
 */

/** Retries and revisits in fractions of a second; a town's people answer at once. */
const PACE = {
  HUB_PORT: '0',
  HUB_LOG_LEVEL: process.env['TOWN_LOG'] ?? 'silent',
  HUB_RETRY_SECONDS: '0.3,0.3,0.5,1,1,2,2,3,3,5,5,5,5,5,5',
  HUB_REVISIT_WAIT_SECONDS: '2',
  HUB_DELIVERY_TIMEOUT_MS: '3000',
};

export interface TownOptions extends Partial<CityOptions> {
  readonly backend: QueueBackend;
  readonly database?: TestDatabase;
  /** Variables of the hub's environment. */
  readonly environment?: Record<string, string>;
}

/** A city in which no department has a system and nothing is drawn for checking: what is dispatched waits for people. */
export function withoutDepartments({ reference, ...city }: CityConfig): CityConfig {
  const { deadlines } = reference;
  const unchecked = { ...deadlines, stages: { ...deadlines.stages, checkShare: 0 } };
  return { ...city, reference: { ...reference, deadlines: unchecked }, endpoints: [] };
}

/** A small city with its hub, gone without a trace after `end`. */
export class Town {
  private constructor(
    readonly database: TestDatabase,
    readonly city: City,
    readonly cityUrl: string,
    readonly environment: Record<string, string>,
    private readonly folder: string,
    private readonly books: DataSource,
  ) {}

  hub: RunningHub | undefined;

  static async open({ backend, database, environment = {}, ...city }: TownOptions): Promise<Town> {
    const folder = mkdtempSync(join(tmpdir(), 'huiliu-town-'));
    const dropDir = join(folder, 'drop');
    const options = completeOptions({
      port: 0,
      matters: 40,
      overSeconds: 2,
      pace: 0.2,
      mischief: 0,
      ...city,
      dropDir,
      configDir: join(projectRoot(), 'config', 'demo'),
    });
    const opened = new City(options);
    const cityUrl = await opened.open();
    const own = database ?? (await freshDatabase());
    const variables = {
      ...PACE,
      HUB_DATA_DIR: join(folder, 'data'),
      DATABASE_URL: own.url,
      CITY_URL: cityUrl,
      CITY_DROP_DIR: dropDir,
    };
    const redis: Record<string, string> = backend.redisUrl ? { REDIS_URL: backend.redisUrl } : {};
    const books = createDataSource({ url: own.url, poolSize: 2 });
    await openDatabase(books);
    return new Town(own, opened, cityUrl, { ...variables, ...redis, ...environment }, folder, books);
  }

  get config(): HubConfig {
    return loadConfig(this.environment);
  }

  /** Runs a hub in this process and introduces it to the city. */
  async startHub(environment: Record<string, string> = {}, change = (city: CityConfig): CityConfig => city): Promise<RunningHub> {
    const config = loadConfig({ ...this.environment, ...environment });
    const city = change(openCity(config));
    const logger = createLogger(config.log.level);
    this.hub = await startHub({ config, city, databaseUrl: this.database.url, namespace: this.database.name, logger });
    await this.meet(this.hub);
    return this.hub;
  }

  /** Lets the city push to, call back and dispatch at a hub. */
  async meet(hub: RunningHub): Promise<void> {
    await hub.app.get(Operators, { strict: false }).setPassword('city-dispatcher', 'a-dispatcher-password');
    await this.control('/control/hub', { url: hub.url, adminName: 'city-dispatcher', adminPassword: 'a-dispatcher-password' });
  }

  async control(path: string, value: unknown): Promise<unknown> {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${this.cityUrl}${path}`, { method: 'POST', headers, body: JSON.stringify(value) });
    return answer.json();
  }

  async summary(): Promise<{ reports: number; pending: number; released: number; answered: number }> {
    const answer = await fetch(`${this.cityUrl}/truth/summary`);
    return (await answer.json()) as { reports: number; pending: number; released: number; answered: number };
  }

  ledger(): Promise<Ledger> {
    return new SqlLedgerBook(this.books).facts().then(drawLedger);
  }

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.books.query(sql, parameters);
  }

  /** Waits until the city has published everything, and every record has been worked: no case changes by itself any more. */
  async allRead(withinMs = 60_000): Promise<void> {
    await until(async () => (await this.summary()).pending === 0, withinMs, 'the city publishing everything');
    const waiting = `select 1 from records where outcome is null limit 1`;
    await until(async () => (await this.query(waiting)).length === 0, withinMs, 'every record being worked');
  }

  /** Waits until the city has published everything, and nothing is open any more. */
  async settled(withinMs = 170_000): Promise<Ledger> {
    await until(async () => (await this.summary()).pending === 0, withinMs, 'the city publishing everything');
    const book = new SqlLedgerBook(this.books);
    await until(
      async () => isQuiet(drawLedger({ ...(await book.figures()), broken: [] })),
      withinMs,
      'the ledger coming to rest',
    ).catch(async (thrown: Error) => {
      const { days, casesByStatus, deliveries, writeBacks } = await book.figures();
      throw new Error(`${thrown.message}: ${JSON.stringify({ days, casesByStatus, deliveries, writeBacks })}`);
    });
    return this.ledger();
  }

  async end(): Promise<void> {
    await this.hub?.stop();
    await this.city.close();
    await this.books.destroy();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

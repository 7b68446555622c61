import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openCity } from '#apps/hub/open-city.js';
import { startHub } from '#apps/hub/start-hub.js';
import { loadConfig } from '#config/load-config.js';
import { createLogger } from '#runtime/logger.js';
import { createDataSource } from '#storage/data-source.js';
import { signInAs } from '../admin-app.js';
import { SEED } from '../admin-desk.js';
import type { TestDatabase } from '../database.js';
import type { GivenAnswer } from './answer-laws.js';
import type { FuzzedRequest } from './requests.js';

const LIMITLESS = { HUB_REQUESTS_PER_PERSON: '0', HUB_REQUESTS_PER_ADDRESS: '0', HUB_REFUSALS_PER_ADDRESS: '0' };

/** A whole hub on real PostgreSQL with a case, its report, a parked delivery and a quarantined record; an operator is signed in. */
export class FuzzHub {
  private bearer = '';
  private departmentKey = '';

  private constructor(
    private readonly app: NestFastifyApplication,
    readonly leave: () => Promise<void>,
  ) {}

  static async open(database: TestDatabase): Promise<FuzzHub> {
    const folder = mkdtempSync(join(tmpdir(), 'huiliu-fuzz-'));
    const source = createDataSource({ url: database.url, poolSize: 1 });
    await source.initialize();
    await source.query(SEED);
    await source.destroy();
    const environment = {
      DATABASE_URL: database.url,
      HUB_DATA_DIR: folder,
      HUB_PORT: '0',
      HUB_LOG_LEVEL: 'silent',
      HUB_ROLES: 'api',
      ...LIMITLESS,
    };
    const config = loadConfig(environment);
    const logger = createLogger(config.log.level);
    const hub = await startHub({ config, city: openCity(config), databaseUrl: database.url, namespace: database.name, logger });
    const fuzz = new FuzzHub(hub.app as NestFastifyApplication, async () => {
      await hub.stop();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    });
    await fuzz.signIn();
    return fuzz;
  }

  async signIn(): Promise<void> {
    this.bearer = await signInAs(this.app, 'fuzz');
    const payload = { name: 'fuzz', role: 'department', scopeKind: 'department', scopeIds: ['transport'] };
    const made = await this.app.inject({
      method: 'POST',
      url: '/api/v1/api-keys',
      headers: { authorization: this.bearer },
      payload,
    });
    this.departmentKey = `Bearer ${made.json<{ token: string }>().token}`;
  }

  async ask({ operation, url, credentials, headers, payload }: FuzzedRequest): Promise<GivenAnswer> {
    const own = operation.path.startsWith('/department/') ? this.departmentKey : this.bearer;
    const authorization = { own, wrong: 'Bearer nobody', none: '' }[credentials];
    const answer = await this.app.inject({
      method: operation.method.toUpperCase() as 'GET',
      url,
      headers: { ...headers, ...(authorization !== '' && { authorization }) },
      payload,
    });
    const mediaType = String(answer.headers['content-type'] ?? '').split(';')[0];
    return { status: answer.statusCode, mediaType, text: answer.payload };
  }
}

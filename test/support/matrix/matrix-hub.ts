import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AdminRoute } from '#apps/api/admin/session/route-rules.js';
import { RouteRules } from '#apps/api/admin/session/route-rules.js';
import { openCity } from '#apps/hub/open-city.js';
import type { RunningHub } from '#apps/hub/start-hub.js';
import { startHub } from '#apps/hub/start-hub.js';
import { loadConfig } from '#config/load-config.js';
import { projectRoot } from '#config/project-root.js';
import { createLogger } from '#runtime/logger.js';
import type { DataSource } from '#storage/data-source.js';
import { createDataSource } from '#storage/data-source.js';
import type { TestDatabase } from '../database.js';
import { freshDatabase } from '../database.js';
import { TWO_OF_EVERYTHING } from './two-of-everything.js';

/** Whoever asks, as the tables write it. */
export interface Asker {
  readonly role: string;
  readonly kind: string;
  readonly ids: readonly string[];
}

/** What came back. */
export interface Reply {
  readonly status: number;
  readonly code?: string;
  readonly text: string;
}

/** The whole role `api`, as `hub serve` runs it, with two of everything: one in the scopes of the matrix, one outside. */
export class MatrixHub {
  private constructor(
    private readonly hub: RunningHub,
    readonly source: DataSource,
    private readonly database: TestDatabase,
    private readonly folder: string,
  ) {}

  static async open(): Promise<MatrixHub> {
    const folder = mkdtempSync(join(tmpdir(), 'huiliu-matrix-'));
    const database = await freshDatabase();
    const config = loadConfig({
      ...{ HUB_ROLES: 'api', HUB_PORT: '0', HUB_LOG_LEVEL: 'silent', HUB_DATA_DIR: join(folder, 'data') },
      ...{ DATABASE_URL: database.url, CITY_URL: 'http://127.0.0.1:9', CITY_DROP_DIR: join(folder, 'drop') },
      ...{ HUB_REQUESTS_PER_PERSON: '0', HUB_REQUESTS_PER_ADDRESS: '0', HUB_REFUSALS_PER_ADDRESS: '0' },
      HUB_CONFIG_DIR: join(projectRoot(), 'config', 'demo'),
    });
    const logger = createLogger('silent');
    const hub = await startHub({ config, city: openCity(config), databaseUrl: database.url, namespace: database.name, logger });
    const source = createDataSource({ url: database.url, poolSize: 2 });
    await source.initialize();
    await source.query(TWO_OF_EVERYTHING);
    return new MatrixHub(hub, source, database, folder);
  }

  get routes(): readonly AdminRoute[] {
    return this.hub.app.get(RouteRules, { strict: false }).all();
  }

  /** The token of a fresh session of somebody with that standing. */
  async tokenOf({ role, kind, ids }: Asker): Promise<string> {
    const name = `${role} ${kind} ${ids.join()}`;
    const token = `${Date.now()}-${Math.random().toString(36).slice(2)}`;
    await this.source.query(
      `with person as (insert into operators (id, name, created_at, role, scope_kind, scope_ids)
         values (gen_random_uuid(), $1, now(), $2, $3, $4) on conflict (name) do update set disabled_at = null returning id)
       insert into sessions (token_hash, operator_id, expires_at) select decode($5, 'hex'), id, now() + interval '1 hour' from person`,
      [name, role, kind, ids, createHash('sha256').update(token).digest('hex')],
    );
    return token;
  }

  /** Asks with that body where there is one; of an answer that does not end, its head. */
  async ask(method: string, path: string, token?: string, sent: object = {}): Promise<Reply> {
    const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const hasBody = !['GET', 'DELETE', 'HEAD'].includes(method);
    if (hasBody) headers['content-type'] = 'application/json';
    const ending = new AbortController();
    const answer = await fetch(`${this.hub.url}${path}`, {
      ...{ method, headers, redirect: 'manual', signal: ending.signal },
      body: hasBody ? JSON.stringify(sent) : undefined,
    });
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') === true;
    const text = isStream ? '' : await answer.text();
    if (isStream) ending.abort();
    const code = /"code":"([A-Z_]+)"/.exec(text)?.[1];
    return { status: answer.status, code, text };
  }

  async end(): Promise<void> {
    await this.hub.stop();
    await this.source.destroy();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

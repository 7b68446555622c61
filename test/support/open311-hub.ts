import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { openCity } from '#apps/hub/open-city.js';
import type { RunningHub } from '#apps/hub/start-hub.js';
import { startHub } from '#apps/hub/start-hub.js';
import { loadConfig } from '#config/load-config.js';
import type { PlatformConfig } from '#config/load-reference.js';
import type { CaseCommand } from '#domain/case/case-command.js';
import { as } from '#domain/ids.js';
import type { DepartmentId, PlatformId } from '#domain/ids.js';
import { CaseDesk } from '#pipeline/case-desk.js';
import { createLogger } from '#runtime/logger.js';
import { createDataSource } from '#storage/data-source.js';
import { freshDatabase } from './database.js';
import { until } from './until.js';

export const FIXMYSTREET_KEY = 'sesame-fixmystreet';

/** A client of the Open311 server as a row of platforms.yaml. */
export const inboxRow = (id: string, settings: Record<string, unknown>): PlatformConfig => ({
  id: as<PlatformId>(id),
  kind: 'open311-inbox',
  title: id,
  enabled: true,
  pullEverySeconds: 60,
  overlapSeconds: 0,
  settings,
  secretNames: ['apiKey'],
});

/** The demo city with a whole hub on real PostgreSQL, whose only platforms are Open311 clients. */
export class Open311Hub {
  private constructor(
    readonly hub: RunningHub,
    readonly source: DataSource,
    private readonly leave: () => Promise<void>,
  ) {}

  static async open(rows = [inboxRow('fixmystreet', { apiKey: FIXMYSTREET_KEY })]): Promise<Open311Hub> {
    const database = await freshDatabase();
    const folder = mkdtempSync(join(tmpdir(), 'huiliu-open311-'));
    const config = loadConfig({
      DATABASE_URL: database.url,
      HUB_DATA_DIR: join(folder, 'data'),
      HUB_PORT: '0',
      HUB_LOG_LEVEL: process.env['TOWN_LOG'] ?? 'silent',
      HUB_ROLES: 'api,pipeline,sync',
    });
    const city = { ...openCity(config), platforms: rows, endpoints: [] };
    const logger = createLogger(config.log.level);
    const hub = await startHub({ config, city, databaseUrl: database.url, namespace: database.name, logger });
    const source = createDataSource({ url: database.url, poolSize: 2 });
    await source.initialize();
    return new Open311Hub(hub, source, async () => {
      await hub.stop();
      await source.destroy();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    });
  }

  close(): Promise<void> {
    return this.leave();
  }

  /** The case of a request, once the hub has opened it. */
  caseOf(requestId: string): Promise<{ number: string; status: string; lead: string; body: string; round: number }> {
    const sql = `select c.number, c.status, c.lead, c.round, r.body from cases c join reports r on r.case_id = c.id where r.external_id = $1`;
    return until(async () => (await this.query<never>(sql, [requestId]))[0], 30_000, `a case of ${requestId}`);
  }

  /** What the department that has the case does. */
  async depart(requestId: string, ...commands: ((department: DepartmentId) => CaseCommand)[]): Promise<void> {
    const { number, lead } = await this.caseOf(requestId);
    for (const command of commands) {
      const asked = command(as<DepartmentId>(lead));
      const answer = await this.hub.app
        .get(CaseDesk, { strict: false })
        .execute({ number: as(number), command: asked, actor: `department:${lead}` });
      if (answer.outcome !== 'accepted') throw new Error(`${asked.command} was refused: ${answer.message}`);
    }
  }

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.source.query(sql, parameters);
  }
}

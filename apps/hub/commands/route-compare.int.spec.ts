import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { loadConfig } from '#config/load-config.js';
import { projectRoot } from '#config/project-root.js';
import { createDataSource } from '#storage/data-source.js';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import { compareRoutes } from './route-compare.js';

const caseId = (n: number): string => `0190a000-0000-7000-8000-00000000000${n}`;
const aCase = (n: number, category: string, route: object): string => `
insert into cases (id, number, version, status, opened_at, title, category, nature, urgency, place, route, last_hash)
values ('${caseId(n)}', 'HL${n}', 1, 'dispatched', '2026-11-20', '', '${category}', 'help', 'normal', '{}', '${JSON.stringify(route)}', 'x');
insert into reports (id, platform, external_id, case_id, reported_at, source_updated_at, title, body, nature, urgency, category, place, grams, places, created_at)
values ('${caseId(n)}', 'hotline', '${n}', '${caseId(n)}', '2026-11-20', '2026-11-20', '', '', 'help', 'normal', '${category}', '{}', '', '{}', '2026-11-20');`;
const went = (lead: string): object => ({ kind: 'routed', lead, rule: 'duty-list', coHandlers: [], because: '', candidates: [] });
const HELD = { kind: 'held', because: '', candidates: [] };

describe('compareRoutes', () => {
  let database: TestDatabase;
  let source: DataSource;
  let dir: string;

  beforeAll(async () => {
    database = await freshDatabase();
    source = createDataSource({ url: database.url, poolSize: 1 });
    await source.initialize();
    dir = mkdtempSync(join(tmpdir(), 'huiliu-compare-'));
    await cp(join(projectRoot(), 'config', 'demo'), dir, { recursive: true });
    const duties = join(dir, 'duties.yaml');
    const line = '  - { category: A0201, lead: water-affairs }';
    const text = readFileSync(duties, 'utf8');
    writeFileSync(duties, text.replace(/^ {2}- \{ category: A0201, lead.*$/mu, line));
  });
  afterAll(async () => {
    await source?.destroy();
    await database?.drop();
    rmSync(dir, { recursive: true, force: true });
  });

  it('tells which cases another folder’s duty list sends elsewhere; what was solved on the spot went nowhere', async () => {
    await source.query(
      [
        aCase(1, 'A0201', went('housing-construction')),
        aCase(2, 'A0201', went('water-affairs')),
        aCase(3, 'A0201', HELD),
        aCase(4, 'A0201', HELD),
        `insert into case_events (case_id, seq, type, at, actor, data, hash)
         values ('${caseId(4)}', 1, 'case.settled_on_the_spot', now(), 'hub', '{}', 'x');`,
      ].join(''),
    );
    const config = loadConfig({
      HUB_CONFIG_DIR: join(projectRoot(), 'config', 'demo'),
      HUB_DATA_DIR: join(dir, 'data'),
      DATABASE_URL: database.url,
      HUB_LOG_LEVEL: 'silent',
      CITY_URL: 'http://127.0.0.1:1',
    });
    const to = { department: 'water-affairs', rule: 'duty-list' };
    expect(await compareRoutes(config, dir)).toEqual({
      cases: 3,
      elsewhere: 2,
      moves: [
        { from: { department: 'housing-construction', rule: 'duty-list' }, to, cases: 1, examples: ['HL1'] },
        { from: { rule: 'operator' }, to, cases: 1, examples: ['HL3'] },
      ],
    });
  });
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withHub } from '#apps/hub/with-hub.js';
import type { HubTools } from '#apps/hub/with-hub.js';
import type { HubConfig } from '#config/load-config.js';
import { loadConfig } from '#config/load-config.js';
import { projectRoot } from '#config/project-root.js';
import { as } from '#domain/ids.js';
import type { PlatformId } from '#domain/ids.js';
import { drawLedger } from '#domain/ledger/ledger.js';
import { LedgerBook } from '#domain/ports/ledger-book.js';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import { CaseDesk } from '../case-desk.js';
import { CasePipeline } from '../case-pipeline.js';
import { PullPlatform } from '../pull-platform.js';

const VISITS = as<PlatformId>('visits');
const never = new AbortController().signal;
const HEADER = '走访时间,姓名,电话,街道,住址,反映问题,是否现场解决,解决方式,走访人';
const SAID = '帆影路 12 号门前的路灯连着三晚不亮，老人出门很不方便';
const row = (name: string, phone: string, solved: string): string =>
  `2026-11-20 09:00,${name},${phone},云岚街道,帆影路 12 号,${SAID},${solved},田某`;

let database: TestDatabase;
let dir: string;
let config: HubConfig;

beforeAll(async () => {
  database = await freshDatabase();
  dir = mkdtempSync(join(tmpdir(), 'huiliu-visits-'));
  await cp(join(projectRoot(), 'config', 'demo'), dir, { recursive: true });
  for (const folder of ['out', 'in']) mkdirSync(join(dir, 'visits', folder), { recursive: true });
  const visits = `
  - id: visits
    kind: visits
    title: 入户走访
    settings: { dropDir: ${join(dir, 'visits')}, settleSeconds: 0 }
`;
  writeFileSync(join(dir, 'platforms.yaml'), readFileSync(join(dir, 'platforms.yaml'), 'utf8') + visits);
  const folders = { HUB_CONFIG_DIR: dir, HUB_DATA_DIR: join(dir, 'data') };
  config = loadConfig({ ...folders, DATABASE_URL: database.url, HUB_LOG_LEVEL: 'silent', CITY_URL: 'http://127.0.0.1:1' });
});

afterAll(async () => {
  await database.drop();
  rmSync(dir, { recursive: true, force: true });
});

/** Pulls the lists that lie there and works them all in one batch. */
async function takeIn({ app, source }: HubTools) {
  const tally = await app.get(PullPlatform).pull(VISITS, never);
  await app.get(CasePipeline).ingestAll(VISITS, never);
  const { unaccounted, days } = drawLedger(await app.get(LedgerBook).facts());
  const ask = <Row>(sql: string): Promise<Row[]> => source.query(sql);
  return { tally, unaccounted, days, ask };
}

describe('a list with a row that was solved at the door', () => {
  it('closes that case as it opens, hands the next one on, and owes nothing for the first', async () => {
    const list = [HEADER, row('柳某', '13800005678', '是,当场换了灯泡'), row('方某', '13800009012', '否,')].join('\n');
    writeFileSync(join(dir, 'visits', 'out', '11月.csv'), list);
    await withHub(config, async (tools) => {
      const { tally, unaccounted, days, ask } = await takeIn(tools);

      expect([tally.pulled, tally.staged, unaccounted]).toEqual([2, 2, 0]);
      expect(days).toMatchObject([{ platform: 'visits', pulled: 2, opened: 2, attached: 0, waiting: 0, unaccounted: 0 }]);
      const cases = await ask(
        `select c.status, c.lead is null as "nobodyLeads", c.closed_at is not null as closed, r.solved_on_the_spot as solved,
           (select array_agg(e.type || ' ' || e.actor order by e.seq) from case_events e where e.case_id = c.id) as events,
           (select count(*)::int from deliveries d where d.case_id = c.id and d.channel = 'write-back') as answers,
           (select count(*)::int from case_clocks k where k.case_id = c.id) > 0 as "hasClocks",
           (select count(*)::int from deliveries d where d.case_id = c.id and d.channel = 'webhook') as webhooks
         from cases c join reports r on r.case_id = c.id order by c.number`,
      );
      expect(cases[0]).toEqual({
        status: 'closed',
        nobodyLeads: true,
        closed: true,
        solved: { how: '当场换了灯泡', at: '2026-11-20T01:00:00.000Z', by: '田某' },
        events: ['case.opened hub', 'case.filed hub', 'case.settled_on_the_spot platform:visits'],
        answers: 0,
        hasClocks: false,
        webhooks: 0,
      });
      expect(cases[1]).toMatchObject({ closed: false, solved: null, hasClocks: true });
      expect((cases[1] as { events: string[] }).events.slice(0, 2)).toEqual(['case.opened hub', 'case.filed hub']);
      const again = await ask(
        'select c.recurrence_of = o.id as repeats from cases c, cases o where c.number > o.number and o.closed_at is not null',
      );
      expect(again).toEqual([{ repeats: true }]);
    });
  });

  it('changes nothing when the list comes again with a row more', async () => {
    const list = [
      HEADER,
      '2026-11-20 10:00,苗某,,云岚街道,帆影路 30 号,楼下健身器材的螺丝松了有人摔倒,否,,田某',
      row('柳某', '13800005678', '是,当场换了灯泡'),
      row('方某', '13800009012', '否,'),
    ].join('\n');
    writeFileSync(join(dir, 'visits', 'out', '11月补.csv'), list);
    await withHub(config, async (tools) => {
      const { tally, unaccounted, ask } = await takeIn(tools);
      expect([tally.pulled, tally.unchanged, unaccounted]).toEqual([3, 2, 0]);
      expect(await ask('select count(*)::int as cases from cases')).toEqual([{ cases: 3 }]);
    });
  });

  it('can be opened again by an operator, who then has it in hand', async () => {
    await withHub(config, async ({ app, source }) => {
      const [{ number }] = await source.query<{ number: string }[]>(
        'select number from cases where closed_at is not null order by number',
      );
      const request = {
        number: as<never>(number),
        command: { command: 'reopen', because: '灯又灭了' },
        actor: 'operator:周',
      } as const;
      expect(await app.get(CaseDesk).execute(request)).toMatchObject({ outcome: 'accepted', status: 'held' });
      expect(drawLedger(await app.get(LedgerBook).facts()).unaccounted).toBe(0);
    });
  });
});

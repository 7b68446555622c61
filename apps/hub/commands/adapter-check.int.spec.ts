import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadConfig } from '#config/load-config.js';
import { Boundary } from '#test/support/boundary.js';
import type { AdapterCheck } from './adapter-check.js';
import { checkAdapter } from './adapter-check.js';

describe('checking an adapter', () => {
  let boundary: Boundary;
  let dataDir: string;
  let secondsBehind: number | undefined;
  let category: string;
  beforeEach(async () => {
    secondsBehind = undefined;
    category = '城乡建设/城市建设和市政管理/市政设施';
    dataDir = mkdtempSync(join(tmpdir(), 'huiliu-check-'));
    boundary = await Boundary.open('hotline', {}, (app) => {
      app.addHook('onRequest', async (_request, reply) => {
        if (secondsBehind !== undefined) void reply.header('date', new Date(Date.now() - secondsBehind * 1000).toUTCString());
      });
      app.addHook('preSerialization', async (_request, _reply, payload) => {
        const { data } = payload as { data?: { list?: Record<string, unknown>[] } };
        for (const order of data?.list ?? []) order['questionName'] = category;
        return payload;
      });
    });
    boundary.clock.at = new Date();
    const soon = (seconds: number): string => new Date(Date.now() - 3_600_000 + seconds * 1000).toISOString();
    await boundary.publish(
      boundary.record('H1', soon(0)),
      boundary.record('H2', soon(1)),
      boundary.record('H3', soon(2), { withdrawn: true }),
    );
  });
  afterEach(async () => {
    await boundary.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const check = (name = 'hotline', change: Record<string, string> = {}): Promise<AdapterCheck> =>
    checkAdapter(
      loadConfig({
        HUB_DATA_DIR: dataDir,
        HUB_LOG_LEVEL: 'silent',
        DATABASE_URL: boundary.database.url,
        CITY_URL: boundary.url,
        CITY_HOTLINE_KEY: 'sesame-hotline',
        CITY_URBAN_TOKEN: 'sesame-urban',
        ...change,
      }),
      name,
    );
  const lines = ({ lines: all }: AdapterCheck): string[] =>
    all.map((line) => `${String(line.ok)} ${line.name} ${line.ok === false ? `${line.who} ` : ''}${line.says}`);
  const wrongLines = (result: AdapterCheck): string[] => lines(result).filter((line) => line.startsWith('false'));
  const pulled = (sql = ''): Promise<unknown> =>
    boundary.source.query(
      `insert into pulls (platform, next_pull_at, pulled_at, cursor) values ('hotline', now(), now(), null)${sql}`,
    );

  it('says line by line that all is well, and leaves no trace', async () => {
    await pulled();
    const result = await check();

    expect([result.ok, ...lines(result).map((line) => line.replace(/\d+ 秒，应/, 'n 秒，应'))]).toEqual([
      true,
      'true 连通 可以读取，共 3 条',
      'true 凭证 平台接受（apiKey）',
      `true 地址 ${boundary.url}/hotline`,
      expect.stringMatching(/^true 时钟 (与本机一致|平台比本机.+ \d 秒)$/),
      'true 取数 可读 2 条，撤回 1 条，不可读 0 条',
      'true 分类 全部能对上',
      'true 回写 可以回写（没有试写）',
      'true 延迟 距最近一次成功拉取 n 秒，应每 1 秒一次',
      'undefined 游标 没有，下次从头取',
      'true 暂停 没有暂停',
      'true 错误 没有',
      'undefined 对账 还没有对过账',
      'true 字段 与以前一致',
      'true 待处理 没有',
    ]);
    const [{ count }] = await boundary.source.query<{ count: number }[]>('select count(*)::int as count from records');
    expect(count).toBe(0);
  });

  it('says of a 401 which secret is wrong, and shows no secret', async () => {
    const result = await check('hotline', { CITY_HOTLINE_KEY: 'sesame-forgotten' });
    expect([result.ok, ...wrongLines(result)]).toEqual([
      false,
      'false 凭证 操作员 平台拒绝凭证，请核对 platforms.yaml 中 apiKey：12345 hotline refuses the credential in apiKey (HTTP 401)',
    ]);
    expect(JSON.stringify(result)).not.toContain('sesame');
  });

  it('says of a 404 which address is wrong', async () => {
    const result = await check('hotline', { CITY_URL: `${boundary.url}/nowhere` });
    expect(wrongLines(result)).toEqual([
      expect.stringContaining(`false 地址 操作员 地址不对，请核对 ${boundary.url}/nowhere/hotline：`),
    ]);
  });

  it('says that a platform is away', async () => {
    const result = await check('hotline', { CITY_URL: 'http://127.0.0.1:1' });
    expect(wrongLines(result)).toEqual([expect.stringMatching(/^false 连通 平台 .*127\.0\.0\.1:1/)]);
  });

  it('says by how much the clocks are apart', async () => {
    secondsBehind = 3600;
    const result = await check();
    expect(wrongLines(result)).toEqual([expect.stringMatching(/^false 时钟 平台 平台比本机慢 36\d\d 秒，超过 300 秒/)]);
  });

  it('counts what cannot be classified, with the codes', async () => {
    category = '太空/轨道/碎片';
    expect(wrongLines(await check())).toEqual([
      'false 分类 操作员 待归类 2 条，mappings 中没有这些代码：hotline-taxonomy@1 太空/轨道/碎片',
    ]);
  });

  it('says what stands in the hub’s own books: a pause, a failure, a lag, a lost record, a drift, a hopeless record', async () => {
    await boundary.source.query(`
      insert into pulls (platform, next_pull_at, pulled_at, cursor, paused, failures, failing_since, error_code, error)
        values ('hotline', now(), now() - interval '2 hours', null, true, 3, '2026-11-20T01:00:00Z', 'PLATFORM_BUSY', 'busy');
      insert into reconcile_turns values ('hotline', now());
      insert into reconciliations (platform, at, day, counted_before, at_source, ours, missing, healed)
        values ('hotline', '2026-11-21T18:30:00Z', '2026-11-21', '2026-11-21T16:00:00Z', 3, 1, '{H1,H2}', '{H2}');
      insert into schema_fields (platform, path, type, example, first_seen, last_seen, drift, types_before)
        values ('hotline', 'level', 'text', '"9"', '2026-11-21T01:00:00Z', now(), 'changed-type', '{number}');
      insert into pages (platform, received_at, day, pulled, unchanged) values ('hotline', now(), '2026-11-21', 1, 0);
      insert into records (page_id, platform, external_id, day, received_at, bytes, outcome, retries)
        values (1, 'hotline', 'H9', '2026-11-21', now(), 'x', 'quarantined', 3);`);
    expect(wrongLines(await check())).toEqual([
      expect.stringMatching(/^false 延迟 操作员 距最近一次成功拉取 72\d\d 秒/),
      'false 暂停 操作员 已暂停拉取，在平台页恢复',
      'false 错误 平台 连续失败 3 次，自 2026-11-20T01:00:00.000Z：PLATFORM_BUSY busy',
      'false 对账 开发 2026-11-21T18:30:00.000Z 仍缺 1 条：H1',
      'false 字段 开发 level 由 number 变为 text，如 "9"，自 2026-11-21T01:00:00.000Z',
      'false 待处理 开发 1 条读不懂，其中 1 条重读 3 次以上仍读不懂',
    ]);
  });

  it('names the platforms there are when it is asked for another', async () => {
    await expect(check('nowhere')).rejects.toMatchObject({
      code: 'PLATFORM_UNKNOWN',
      message: expect.stringContaining('no platform nowhere is enabled; platforms.yaml has hotline, portal, urban'),
    });
  });
});

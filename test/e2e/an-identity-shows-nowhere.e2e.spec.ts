import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { RouteRules } from '#apps/api/admin/session/route-rules.js';
import { openCity } from '#apps/hub/open-city.js';
import { startHub } from '#apps/hub/start-hub.js';
import { loadConfig } from '#config/load-config.js';
import { as } from '#domain/ids.js';
import { RecordStore } from '#domain/ports/record-store.js';
import { IdentityVault, RecordSeal } from '#domain/ports/vault.js';
import { ApiKeys } from '#identity/api-keys/api-keys.js';
import { createLogger } from '#runtime/logger.js';
import { anOrder } from '#test/support/builders/an-order.js';
import { PLANTED, plantIdentities, tells, traces } from '#test/support/planted-identities.js';
import { RecordingProxy } from '#test/support/recording-proxy.js';
import { Town } from '#test/support/town.js';
import { until } from '#test/support/until.js';

/** Where the parameters of addresses come from: what stands before the parameter → the values, as `value`. A new route needs a line. */
const VALUES: Readonly<Record<string, string>> = {
  '/api/v1/cases': 'select number as value from cases',
  '/api/v1/deliveries': 'select id::text as value from deliveries order by seq limit 40',
  '/api/v1/platforms': 'select distinct platform as value from records',
  '/api/v1/undertakings': 'select id::text as value from undertakings',
  '/api/v1/undertakings/projects': 'select id::text as value from undertakings',
  '/api/v1/departments': 'select distinct lead as value from cases where lead is not null',
  '/api/v1/endpoints': 'select department as value from endpoints',
  '/api/v1/people': 'select id::text as value from operators',
  '/api/v1/duty-list/versions': 'select version::text as value from duty_list_versions',
  '/api/v1/duty-list/drafts': 'select id::text as value from duty_list_drafts',
};
const SOME_ID = '0190a000-0000-7000-8000-000000000001';

/** The planted records that nobody can read: a date that is none, and a body that breaks off in the middle of a name. */
const BROKEN = tells(PLANTED.unreadable);
const UNREADABLE = [
  anOrder('20261120990001', {
    ...{ callTime: '0001-01-01 00:00:00', orderContent: BROKEN, address: PLANTED.unreadable.mobile },
    ...{ callerName: PLANTED.unreadable.name, callerPhone: PLANTED.unreadable.mobile },
  }),
  Buffer.from(`{"orderNum":"20261120990002","callerName":"${PLANTED.unreadable.name}" ${PLANTED.unreadable.mobile}`),
];

let town: Town;
let proxy: RecordingProxy;
const logged: string[] = [];
const live: string[] = [];
const ending = new AbortController();

const url = (path: string): string => `${town.hub?.url}${path}`;

async function tokenOf(role: string): Promise<string> {
  const token = `${role}-0123456789-0123456789`;
  await town.query(
    `with person as (insert into operators (id, name, created_at, role, scope_kind, scope_ids)
       values (gen_random_uuid(), $1, now(), $1, 'all', '{}') returning id)
     insert into sessions (token_hash, operator_id, expires_at) select decode($2, 'hex'), id, now() + interval '1 hour' from person`,
    [role, createHash('sha256').update(token).digest('hex')],
  );
  return token;
}

const asked = (path: string, token?: string, init: RequestInit = {}): Promise<Response> =>
  fetch(url(path), { ...init, headers: { ...init.headers, ...(token && { authorization: `Bearer ${token}` }) } });

/** Everything a list has, page after page. */
async function everyPage(path: string, token: string): Promise<{ status: number; text: string }> {
  const pages: string[] = [];
  for (let [at, pagesLeft] = [path, 20]; pagesLeft > 0; pagesLeft -= 1) {
    const answer = await asked(at, token);
    const type = answer.headers.get('content-type') ?? '';
    const text = type.includes('spreadsheetml') ? await cellsOf(await answer.arrayBuffer()) : await answer.text();
    pages.push(`${JSON.stringify([...answer.headers])} ${text}`);
    const next = type.includes('json') && answer.ok ? (JSON.parse(text) as { next?: unknown } | null)?.next : undefined;
    if (typeof next !== 'string') return { status: answer.status, text: pages.join('\n') };
    at = `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}`;
  }
  return { status: 200, text: pages.join('\n') };
}

async function cellsOf(bytes: ArrayBuffer): Promise<string> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes);
  const lines: string[] = [JSON.stringify([book.creator, book.lastModifiedBy, book.title])];
  for (const sheet of book.worksheets) sheet.eachRow((row) => lines.push(JSON.stringify(row.values)));
  return lines.join('\n');
}

/** An address with each value its parameters can have. */
async function addressesOf(path: string): Promise<string[]> {
  const [before, ...rest] = path.split(/\/:\w+/);
  if (rest.length === 0) return [path];
  const sql = VALUES[before];
  if (sql === undefined) throw new Error(`${path}: say in VALUES what its parameter can be`);
  const rows = await town.query<{ value: string }>(sql);
  const values = rows.length > 0 ? rows.map(({ value }) => value) : [SOME_ID];
  return values.map((value) => `${before}/${encodeURIComponent(value)}${rest.join(`/${SOME_ID}`)}`);
}

const getRoutes = (): string[] => {
  const all = town.hub?.app.get(RouteRules, { strict: false }).all() ?? [];
  return all.filter(({ method, path }) => method === 'GET' && path !== '/api/v1/live').map(({ path }) => path);
};

/** What was found in each of many outputs; those without a trace are left out. */
const tracesIn = (outputs: Iterable<readonly [string, string]>): string[] =>
  Array.from(outputs).flatMap(([name, text]) => traces(text).map((trace) => `${name}: ${trace}`));

async function listen(token: string): Promise<void> {
  const answer = await asked('/api/v1/live', token, { signal: ending.signal });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) live.push(read.value);
}

describe('citizens who tell who they are on all five platforms', () => {
  let planted: ReturnType<typeof plantIdentities>;
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    town = await Town.open({ backend: { name: 'PostgreSQL' }, matters: 40, overSeconds: 25, seed: 5 });
    planted = plantIdentities(town);
    proxy = await RecordingProxy.before(town.cityUrl);
    const config = loadConfig({
      ...{ ...town.environment, HUB_LOG_LEVEL: 'debug', CITY_URL: proxy.url },
      ...{ HUB_REQUESTS_PER_PERSON: '0', HUB_REQUESTS_PER_ADDRESS: '0', HUB_REFUSALS_PER_ADDRESS: '0' },
    });
    const logger = createLogger('debug', { write: (line) => void logged.push(line) });
    const { url: databaseUrl, name: namespace } = town.database;
    town.hub = await startHub({ config, city: openCity(config), databaseUrl, namespace, logger });
    for (const role of ['auditor', 'admin', 'dispatcher']) tokens[role] = await tokenOf(role);
    void listen(tokens['admin']).catch(() => undefined);
    await town.meet(town.hub);
    await town.hub.app.get(RecordStore, { strict: false }).stage({
      platform: as('hotline'),
      unreadable: [],
      records: UNREADABLE.map((bytes, index) => ({ externalId: as(`2026112099000${index + 1}`), bytes })),
    });
    await town.settled();
    await until(
      async () => (await town.query(`select 1 from records where outcome = 'quarantined'`)).length === UNREADABLE.length,
      30_000,
      'both unreadable records being set aside',
    );
  }, 600_000);
  afterAll(async () => {
    ending.abort();
    await town.end();
    await proxy.close();
  });

  it('came through on every platform, and were answered there', async () => {
    expect([...planted.keys()].sort()).toEqual(['ejia', 'grid', 'hotline', 'portal', 'urban']);
    const ids = [...planted.values()].flat();
    const sealed = await town.query('select 1 from reports where external_id = any($1) and sealed_reporter is not null', [ids]);
    expect(sealed).toHaveLength(ids.length);
    const answers = town.city['book'].all().filter(({ externalId, answers }) => ids.includes(externalId) && answers.length > 0);
    expect(new Set(answers.map(({ platform }) => platform)).size).toBe(5);
  });

  it('are nowhere in what the API answers, whoever asks without a reason', async () => {
    const outputs = new Map<string, string>();
    const answered = new Set<string>();
    for (const path of getRoutes()) {
      for (const address of await addressesOf(path)) {
        for (const role of ['auditor', 'admin']) {
          const { status, text } = await everyPage(address, tokens[role]);
          if (status === 200) answered.add(path);
          outputs.set(`${role} ${address} ${status}`, text);
        }
      }
    }
    expect(tracesIn(outputs)).toEqual([]);
    // What has nothing to tell in this town: nobody drafted a duty list, put anything on a list, sent a file or came by OIDC.
    const silent = getRoutes().filter((path) => !answered.has(path));
    expect(silent.sort()).toEqual([
      '/api/v1/cases/:number/attachments/:id',
      '/api/v1/duty-list/drafts/:id',
      '/api/v1/duty-list/drafts/:id/diff',
      '/api/v1/duty-list/versions/:version',
      // Asked below, with two reports.
      '/api/v1/matching/explain',
      '/api/v1/session/oidc',
      '/api/v1/session/oidc/callback',
      '/api/v1/undertakings/:id',
      '/api/v1/undertakings/projects/:id/progress',
    ]);
    expect([...outputs.values()].some((text) => text.includes('温**'))).toBe(true);
  }, 300_000);

  it('are nowhere in what is found when somebody looks for them, nor in exports, bulletins or the public door', async () => {
    const [{ a, b }] = await town.query<{ a: string; b: string }>('select min(id::text) as a, max(id::text) as b from reports');
    const paths = [
      ...['cases', 'cases.csv', 'cases.xlsx', 'cases/counts'].flatMap((list) =>
        ['q', 'reporter'].map((filter) => `/api/v1/${list}?${filter}=${PLANTED.hotline.mobile}`),
      ),
      `/api/v1/matching/explain?a=${a}&b=${b}`,
      ...['requests.json', 'requests.xml', 'services.json', 'discovery.json'].map((name) => `/open311/v2/${name}`),
      '/health',
    ];
    const outputs: [string, string][] = [];
    for (const path of paths) {
      const { status, text } = await everyPage(path, tokens['auditor']);
      expect([path, status]).toEqual([path, 200]);
      outputs.push([path, text]);
    }
    expect(outputs.find(([path]) => path.includes('csv?reporter'))?.[1]).toContain('139****1201');
    expect(tracesIn(outputs)).toEqual([]);
  });

  it('are nowhere in what departments read', async () => {
    const keys = town.hub!.app.get(ApiKeys, { strict: false });
    const outputs: [string, string][] = [];
    const leads = await town.query<{ number: string; lead: string }>('select number, lead from cases where lead is not null');
    for (const department of new Set(leads.map(({ lead }) => lead))) {
      const terms = { name: department, role: 'department', scopeKind: 'department', scopeIds: [department] } as const;
      const { token } = await keys.make(terms, 'li', new Date());
      const own = leads.filter(({ lead }) => lead === department).map(({ number }) => `cases/${number}`);
      for (const path of ['cases', 'deliveries', 'endpoint', 'events', ...own])
        outputs.push([path, (await everyPage(`/department/v1/${path}`, token)).text]);
    }
    expect(outputs.length).toBeGreaterThan(40);
    expect(tracesIn(outputs)).toEqual([]);
  });

  it('are nowhere in what departments and platforms were sent', () => {
    const webhooks = proxy.heard.filter(({ path }) => path.endsWith('/webhook'));
    expect(webhooks.length).toBeGreaterThan(40);
    expect(webhooks.some(({ text }) => text.includes('139****1201'))).toBe(true);
    expect(tracesIn(proxy.heard.map(({ path, text }) => [path, text] as const))).toEqual([]);
    const written = town.city['book']
      .all()
      .flatMap(({ platform, answers }) => answers.map(({ text }) => [platform, text] as const));
    expect(new Set(written.map(([platform]) => platform)).size).toBe(5);
    expect(tracesIn(written)).toEqual([]);
  });

  it('are nowhere in what refused requests are told', async () => {
    const { mobile, name, idCard, landline } = PLANTED.hotline;
    const headers = { 'content-type': 'application/json' };
    const send = (path: string, body: string) => asked(path, tokens['admin'], { method: 'POST', headers, body });
    const [{ number }] = await town.query<{ number: string }>('select number from cases limit 1');
    const answers = [
      await asked(`/api/v1/cases/${mobile}`, tokens['admin']),
      await asked(`/api/v1/${mobile}`, tokens['admin']),
      await asked(`/api/v1/cases?limit=${mobile}&联系人：${encodeURIComponent(name)}=1`, tokens['admin']),
      await send(`/api/v1/cases/${number}/commands`, JSON.stringify({ command: idCard, requestId: mobile, [mobile]: name })),
      await send(`/api/v1/cases/${mobile}/commands`, JSON.stringify({ command: 'close', requestId: 'of-nobody-at-all' })),
      await send(`/api/v1/deliveries/replay`, JSON.stringify({ requestId: mobile, ids: [mobile], target: landline })),
      await send(`/api/v1/cases/${number}/commands`, `{"command": "${mobile}" ${mobile}`),
      await send('/api/v1/session', JSON.stringify({ name: `联系人：${name}`, password: mobile })),
      await send(`/inbound/${mobile}`, JSON.stringify({ mobile, name })),
      await send('/open311/v2/requests.json', JSON.stringify({ description: tells(PLANTED.hotline), phone: mobile })),
    ];
    const outputs: [string, string][] = [];
    for (const answer of answers) outputs.push([`${answer.status} ${answer.url.slice(-30)}`, await answer.text()]);
    expect(answers.filter(({ ok }) => ok)).toEqual([]);
    expect(tracesIn(outputs)).toEqual([]);
  });

  it('are nowhere in the logs, the live stream and the data folder', () => {
    expect(logged.length).toBeGreaterThan(10);
    expect(live.join('')).toContain('event:');
    const folder = town.environment['HUB_DATA_DIR'] ?? '';
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = files.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'latin1')] as const);
    expect(tracesIn([['log', logged.join('')], ['live', live.join('')], ...bytes])).toEqual([]);
  });

  it('are in clear in no column of any table', async () => {
    const tables = await town.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(40);
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await town.query<Record<string, string | null>>(
        `select e.key, e.value from "${name}" t, lateral jsonb_each_text(to_jsonb(t)) e where e.value is not null`,
      );
      for (const { key, value } of rows) found.push(...traces(value ?? '').map((trace) => `${name}.${key}: ${trace}`));
    }
    expect([...new Set(found)].sort()).toEqual([]);
  }, 180_000);

  it('are in the vault: a report’s seal and its raw record, and nowhere else', async () => {
    const [vault, records] = [IdentityVault, RecordSeal].map((port) => town.hub!.app.get(port, { strict: false })) as [
      IdentityVault,
      RecordSeal,
    ];
    interface SealedRow {
      readonly platform: string;
      readonly externalId: string;
      readonly sealed: Buffer;
    }
    const ofReports = await town.query<SealedRow>(
      'select platform, external_id as "externalId", sealed_reporter as sealed from reports where sealed_reporter is not null',
    );
    const ofRecords = await town.query<SealedRow>('select platform, external_id as "externalId", bytes as sealed from records');
    const owner = ({ platform, externalId }: SealedRow) => ({ platform: as<never>(platform), externalId: as<never>(externalId) });
    const opened = [
      ...ofReports.map((row) => ['reports.sealed_reporter', JSON.stringify(vault.open(row.sealed, owner(row)))] as const),
      ...ofRecords.map((row) => ['records.bytes', Buffer.from(records.open(row.sealed, owner(row)) ?? []).toString()] as const),
    ];
    const kept = tracesIn(opened).filter((trace) => trace.includes('mobile'));
    expect([...new Set(kept)].sort()).toEqual([
      'records.bytes: mobile of 姜晚晴',
      'records.bytes: mobile of 柳若溪',
      'records.bytes: mobile of 温如玉',
      'records.bytes: mobile of 程知夏',
      'records.bytes: mobile of 邵子墨',
      'records.bytes: mobile of 邹明远',
      'reports.sealed_reporter: mobile of 姜晚晴',
      'reports.sealed_reporter: mobile of 柳若溪',
      'reports.sealed_reporter: mobile of 温如玉',
      'reports.sealed_reporter: mobile of 邵子墨',
      'reports.sealed_reporter: mobile of 邹明远',
    ]);
  });

  it('are shown to whoever may know, says why, and is written down for it', async () => {
    const [{ id }] = await town.query<{ id: string }>('select id from reports where external_id = $1', [
      planted.get('hotline')![0],
    ]);
    const body = JSON.stringify({ reason: '回电核实地址', requestId: 'reveal-of-one' });
    const reveal = (role: string) =>
      asked(`/api/v1/reports/${id}/reveal`, tokens[role], {
        ...{ method: 'POST', body },
        headers: { 'content-type': 'application/json' },
      });

    expect((await reveal('auditor')).status).toBe(403);
    const shown = (await (await reveal('dispatcher')).json()) as { name: string; phone: string };
    expect([shown.name, shown.phone]).toEqual(['温如玉', '13900001201']);
    expect(traces(JSON.stringify(shown)).toSorted()).toEqual(
      ['idCard', 'landline', 'mail', 'mobile', 'name'].map((kind) => `${kind} of 温如玉`),
    );
    const audit = await everyPage('/api/v1/audit', tokens['auditor']);
    expect(audit.text).toContain(`"subject":"reports/${id}"`);
    expect(traces(audit.text)).toEqual([]);
  });
});

import { chmodSync, createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import Table from 'cli-table3';
import { STATUSES } from '#domain/case/case-status.js';
import type { CaseNumber } from '#domain/ids.js';
import { NATURES, URGENCIES } from '#domain/report/report.js';
import { Random } from '#apps/city/world/random.js';
import { startEmbeddedPostgres } from '#runtime/postgres/embedded-postgres.js';
import { UuidV7 } from '#runtime/uuid-v7.js';
import type { DataSource } from '#storage/data-source.js';
import { createDataSource, openDatabase } from '#storage/data-source.js';
import { createDatabase } from '#storage/databases.js';
import { CaseFacetCounts } from '#storage/reading/case-facets.js';
import { CaseFile } from '#storage/reading/case-file.js';
import type { CaseFilter } from '#storage/reading/case-filters.js';
import { CaseList } from '#storage/reading/case-list.js';
import type { CaseSort } from '#storage/reading/case-sorts.js';
import { CASE_SORT_NAMES } from '#storage/reading/case-sorts.js';
import type { DeskInBrowser } from './desk-in-browser.js';
import { deskInBrowser } from './desk-in-browser.js';
import { LargeCity } from './large-city.js';
import { addSeasons, DEPARTMENTS, liveThrough } from './lived-cases.js';

/** Distinct matters, and the earlier seasons in which they happened as well: a million cases. */
const MATTERS = 50_000;
const SEASONS = 19;
const ROUNDS = 200;
const SEED = 11;
const DAYS = 60;
const EVERYONE = { kind: 'all' } as const;

/** Words that stand in every tenth text, in few, and in none; several at once, and a platform's own id. */
const SEARCHES = [
  '道路',
  '噪音',
  '路灯',
  '垃圾',
  '井盖 破损',
  '小区',
  '施工',
  '漏水',
  '银杏路',
  '路灯 积水',
  '电动车 充电',
  'L4711-0',
  'HL2026',
  '不存在的词',
];

interface Times {
  readonly what: string;
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
  /** What was asked when it took longest. */
  readonly worstOf: string;
}

interface Desk {
  readonly cases: number;
  readonly seedSeconds: number;
  readonly times: readonly Times[];
  readonly browser: DeskInBrowser;
}

/** What the desk reads with a million cases, beside `select 1` and a static file in the same run. */
export async function desk({ json }: { json: boolean }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huiliu-bench-'));
  chmodSync(folder, 0o711);
  // As a server for a city of a million cases has.
  const settings = { shared_buffers: '2GB', max_wal_size: '8GB' };
  const postgres = await startEmbeddedPostgres({ dir: join(folder, 'postgres'), settings });
  const url = await createDatabase(postgres.url, 'desk');
  const source = createDataSource({ url, poolSize: 4 });
  try {
    await openDatabase(source);
    const began = performance.now();
    await liveThrough(source, new LargeCity(SEED, DAYS, new Date()), new UuidV7(), MATTERS);
    await addSeasons(source, SEASONS);
    const seedSeconds = Math.round((performance.now() - began) / 1000);
    const times = await measureDesk(source, folder);
    const measured: Desk = { cases: MATTERS * (SEASONS + 1), seedSeconds, times, browser: await deskInBrowser(url, folder) };
    process.stdout.write(`${json ? JSON.stringify(measured) : printed(measured)}\n`);
  } finally {
    if (source.isInitialized) await source.destroy();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each kind of reading so many times, one after the other. */
export async function measureDesk(source: DataSource, folder: string): Promise<Times[]> {
  const [list, counts, files] = [new CaseList(source), new CaseFacetCounts(source), new CaseFile(source)];
  const numbers = await source.query<{ number: CaseNumber }[]>(
    `select number from case_search where hashtext(number) % 1000 = 7 limit ${ROUNDS}`,
  );
  const random = Random.of(SEED, 'questions', 0);
  const filters = await drawFilters(source, random);
  const ask = (filter: CaseFilter, sort?: CaseSort) => ({ filter, sort, scope: EVERYONE, now: new Date() });
  const file = await staticFile(folder);
  try {
    return [
      await timesOf('select 1', range(ROUNDS), () => source.query('select 1')),
      await timesOf('static file', range(ROUNDS), () => file.fetch()),
      await timesOf('list, any three filters', filters, (filter) => list.page(ask(filter), { limit: 50 })),
      await timesOf('list, three filters, any order', filters, (filter, at) =>
        list.page(ask(filter, CASE_SORT_NAMES[at % CASE_SORT_NAMES.length]), { limit: 50 }),
      ),
      await timesOf('counts, any three filters', filters, (filter) => counts.count(ask(filter))),
      await timesOf('counts, no filter', range(20), () => counts.count(ask({}))),
      await timesOf('case page', numbers, ({ number }) => files.open(number)),
      await timesOf('free text', searches(), (q) => list.page(ask({ q }), { limit: 50 })),
      await timesOf('free text and a filter', searches(), (q, at) => list.page(ask({ ...filters[at], q }), { limit: 50 })),
      await timesOf('counts, free text', SEARCHES, (q) => counts.count(ask({ q }))),
    ];
  } finally {
    await file.close();
  }
}

const range = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
const searches = (): string[] => range(ROUNDS).map((at) => SEARCHES[at % SEARCHES.length]);

/** Three filters drawn from all that the cases give values to. */
async function drawFilters(source: DataSource, random: Random): Promise<CaseFilter[]> {
  const pick = async (column: string): Promise<string[]> => {
    const rows = await source.query<{ value: string }[]>(
      `select distinct ${column} as value from (select * from case_search limit 20000) c where ${column} is not null limit 300`,
    );
    return rows.map(({ value }) => value);
  };
  const [streets, grids, categories] = [await pick('street'), await pick('grid_code'), await pick('category')];
  const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString();
  const draws: Readonly<Record<string, () => unknown>> = {
    status: () => [random.pick(STATUSES)],
    step: () => [random.pick(['dispatch', 'handle', 'feedback', 'close'])],
    open: () => random.pick([true, false]),
    platform: () => [random.pick(['hotline', 'urban', 'grid', 'portal'])],
    nature: () => [random.pick(NATURES)],
    category: () => [random.pick(categories)],
    urgency: () => [random.pick(URGENCIES)],
    street: () => [random.pick(streets)],
    grid: () => [random.pick(grids)],
    lead: () => [random.pick(DEPARTMENTS)],
    department: () => [random.pick(DEPARTMENTS)],
    coHandler: () => [random.pick(DEPARTMENTS)],
    involves: () => [random.pick(DEPARTMENTS)],
    rule: () => [random.pick(['duty-list', 'learned', 'territory'])],
    mode: () => ['backstop'],
    clock: () => [random.pick(['green', 'yellow', 'red'])],
    overdue: () => [random.pick(['resolve', 'dispatch'])],
    dueBefore: () => day(random.int(-10, 5)),
    supervision: () => [random.pick(['urged', 'led'])],
    extended: () => true,
    reportsAtLeast: () => random.int(2, 7),
    returnedAtLeast: () => 1,
    roundsAtLeast: () => 2,
    hot: () => true,
    suggested: () => true,
    whistleOpen: () => true,
    satisfied: () => random.pick([true, false]),
    solved: () => random.pick([true, false]),
    openedFrom: () => day(random.int(1, 1000)),
    openedBefore: () => day(random.int(1, 1000)),
    closedFrom: () => day(random.int(1, 1000)),
    place: () => random.pick(['1号', '花园', '大道']),
  };
  return range(ROUNDS).map(() => {
    const names = new Set<string>();
    while (names.size < 3) names.add(random.pick(Object.keys(draws)));
    return Object.fromEntries([...names].map((name) => [name, draws[name]()])) as CaseFilter;
  });
}

async function timesOf<Asked>(
  what: string,
  asked: readonly Asked[],
  read: (asked: Asked, at: number) => Promise<unknown>,
): Promise<Times> {
  for (const one of asked.slice(0, 3)) await read(one, 0);
  const times: { readonly ms: number; readonly of: string }[] = [];
  for (const [at, one] of asked.entries()) {
    const began = performance.now();
    await read(one, at);
    times.push({ ms: performance.now() - began, of: JSON.stringify(one) });
  }
  times.sort((a, b) => a.ms - b.ms);
  const at = (share: number): number => round(times[Math.min(times.length - 1, Math.floor(times.length * share))].ms);
  const last = times[times.length - 1];
  const found = { what, p50: at(0.5), p95: at(0.95), worst: round(last.ms), worstOf: last.of };
  process.stderr.write(`${JSON.stringify(found)}\n`);
  return found;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** 100 kB from a disk over HTTP: what no page can be faster than. */
async function staticFile(folder: string): Promise<{ fetch: () => Promise<unknown>; close: () => Promise<void> }> {
  const path = join(folder, 'static.json');
  writeFileSync(path, Buffer.alloc(100_000, 97));
  const server = createServer((_request, reply) => void pipeline(createReadStream(path), reply));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    fetch: async () => (await fetch(`http://127.0.0.1:${port}/`)).arrayBuffer(),
    close: () => new Promise((closed) => void server.close(() => closed()).closeAllConnections()),
  };
}

function printed({ cases, seedSeconds, times, browser }: Desk): string {
  const table = new Table({ head: ['reading', 'p50 ms', 'p95 ms', 'worst ms', 'worst of'], colWidths: [34, 10, 10, 10, 70] });
  for (const { what, p50, p95, worst, worstOf } of times) table.push([what, p50, p95, worst, worstOf]);
  const { firstPaint, firstContentfulPaint, filled, bundleKilobytes } = browser;
  return [
    `${cases} cases, seeded in ${seedSeconds} s`,
    String(table),
    `first paint of the desk ${firstPaint.join(' ')} ms, first contentful ${firstContentfulPaint.join(' ')} ms, filled ${filled.join(' ')} ms`,
    `console without charts ${bundleKilobytes} kB after gzip`,
  ].join('\n');
}

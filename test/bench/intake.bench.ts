import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Table from 'cli-table3';
import { CityProcess } from '#apps/hub/city-process.js';
import { openCity } from '#apps/hub/open-city.js';
import { withHub } from '#apps/hub/with-hub.js';
import { loadConfig } from '#config/load-config.js';
import { projectRoot } from '#config/project-root.js';
import type { PlatformId } from '#domain/ids.js';
import { CaseStore } from '#domain/ports/case-store.js';
import { IdSource } from '#domain/ports/ids.js';
import { CasePipeline } from '#pipeline/case-pipeline.js';
import { City } from '#pipeline/city.js';
import { startEmbeddedPostgres } from '#runtime/postgres/embedded-postgres.js';
import { createDataSource } from '#storage/data-source.js';
import { createDatabase } from '#storage/databases.js';
import type { ProfileLine } from './cpu-profile.js';
import { profiled } from './cpu-profile.js';
import { noOpJobsPerSecond } from './no-op-jobs.js';
import { PullingProcess } from './pulling-process.js';
import { HOTLINE, SECOND_HOTLINE, withSecondHotline } from './second-hotline.js';
import { seedOpenCases } from './seed-open-cases.js';

const OPEN_CASES = 100_000;
const MATTERS = 8_000;
/** A hub runs for weeks: its code is warm. The profiler, which slows everything, watches a feed of its own. */
const WARM_UP = ['portal', 'urban'] as PlatformId[];
const PROFILE_LINES = 14;
/** The roles are rung; this bench looks by itself when a page should be there. */
const LOOK_AGAIN_MS = 20;

interface Feed {
  readonly platform: string;
  readonly reports: number;
  readonly seconds: number;
  /** Until the last page was staged; the rest was working off. */
  readonly pullSeconds: number;
  readonly reportsPerSecond: number;
}

interface Intake {
  readonly openCases: number;
  readonly reportsPerSecond: number;
  readonly noOpJobsPerSecond: number;
  readonly ratio: number;
  readonly feeds: readonly Feed[];
  readonly profile: readonly ProfileLine[];
  readonly statements: readonly { readonly statement: string; readonly seconds: number; readonly calls: number }[];
}

/**
 * Reports pulled over HTTP from a simulated platform, matched, routed and committed against 100,000 open cases, by a process
 * that pulls and one that works, on durable PostgreSQL; beside it, BullMQ's no-op jobs on the same server in the same run.
 */
export async function intake({ json }: { json: boolean }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huiliu-bench-'));
  chmodSync(folder, 0o711);
  const settings = { shared_preload_libraries: 'pg_stat_statements' };
  const postgres = await startEmbeddedPostgres({ dir: join(folder, 'postgres'), settings });
  const dropDir = join(folder, 'drop');
  const configDir = join(projectRoot(), 'config', 'demo');
  const startCity = (seed: number) =>
    CityProcess.start({ configDir, dropDir, mode: 'bounded', seed, matters: MATTERS, mischief: 0, overSeconds: 1 });
  const first = await startCity(5);
  const second = await startCity(6);
  try {
    const url = await createDatabase(postgres.url, 'intake');
    const variables = { CITY_URL: first.url, CITY_DROP_DIR: dropDir, HUB_DATA_DIR: folder };
    const measured = await measure(url, second.url, variables);
    process.stdout.write(`${json ? JSON.stringify(measured) : printed(measured)}\n`);
  } finally {
    await first.stop();
    await second.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(databaseUrl: string, measuredCityUrl: string, variables: Record<string, string>): Promise<Intake> {
  const all = { DATABASE_URL: databaseUrl, HUB_LOG_LEVEL: 'error', ...variables };
  const config = loadConfig(all);
  const before = await noOpJobsPerSecond(databaseUrl);
  const worked = await withHub(
    config,
    async ({ app }) => {
      await seedOpenCases(OPEN_CASES, app.get(CaseStore), app.get(City), app.get(IdSource));
      await ask(databaseUrl, 'vacuum analyze');
      await ask(databaseUrl, 'create extension if not exists pg_stat_statements');
      const sync = await PullingProcess.start({ variables: all, secondCityUrl: measuredCityUrl });
      const feed = (platform: PlatformId): Promise<Feed> => intakeOf(platform, sync, app.get(CasePipeline));
      const warm = [await feed(WARM_UP[0]), await feed(WARM_UP[1])];
      const { result, profile } = await profiled(() => feed(HOTLINE));
      await ask(databaseUrl, 'select pg_stat_statements_reset()');
      const measured = await feed(SECOND_HOTLINE);
      await sync.stop();
      const statements = await ask<{ statement: string; seconds: number; calls: number }>(databaseUrl, TOP_STATEMENTS);
      return { measured, feeds: [...warm, result, measured], profile, statements };
    },
    { city: withSecondHotline(openCity(config), measuredCityUrl) },
  );
  const after = await noOpJobsPerSecond(databaseUrl);
  const noOp = (before + after) / 2;
  const { reportsPerSecond } = worked.measured;
  return {
    openCases: OPEN_CASES,
    reportsPerSecond,
    noOpJobsPerSecond: round(noOp),
    ratio: round(reportsPerSecond / noOp),
    feeds: worked.feeds,
    profile: worked.profile.slice(0, PROFILE_LINES),
    statements: worked.statements.map((row) => ({ ...row, calls: Number(row.calls) })),
  };
}

const TOP_STATEMENTS = `select left(regexp_replace(query, '\\s+', ' ', 'g'), 90) as statement, round((total_exec_time / 1000)::numeric, 2)::float as seconds, calls
  from pg_stat_statements order by total_exec_time desc limit 10`;

const round = (value: number): number => Math.round(value * 100) / 100;

/** Pulls a platform and works its records side by side, as the roles do. */
async function intakeOf(platform: PlatformId, sync: PullingProcess, pipeline: CasePipeline): Promise<Feed> {
  const { signal } = new AbortController();
  let isPulling = true;
  const began = performance.now();
  let pullSeconds = 0;
  const pulled = sync.pull(platform).finally(() => {
    isPulling = false;
    pullSeconds = (performance.now() - began) / 1000;
  });
  while (isPulling) {
    await pipeline.ingestAll(platform, signal);
    await pause(LOOK_AGAIN_MS);
  }
  await pipeline.ingestAll(platform, signal);
  const reports = await pulled;
  const seconds = (performance.now() - began) / 1000;
  return {
    platform,
    reports,
    seconds: round(seconds),
    pullSeconds: round(pullSeconds),
    reportsPerSecond: round(reports / seconds),
  };
}

async function ask<Row>(url: string, sql: string): Promise<Row[]> {
  const source = await createDataSource({ url, poolSize: 1 }).initialize();
  try {
    return await source.query<Row[]>(sql);
  } finally {
    await source.destroy();
  }
}

function printed({ profile, statements, feeds, ...figures }: Intake): string {
  const table = new Table({ head: ['intake', ''] });
  for (const [name, value] of Object.entries(figures)) table.push([name, String(value)]);
  for (const { platform, reports, seconds, reportsPerSecond } of feeds) {
    table.push([`feed ${platform}`, `${reports} reports in ${seconds} s: ${reportsPerSecond}/s`]);
  }
  const where = new Table({ head: ['where this process spends its time', 'share'] });
  for (const line of profile) where.push([line.where, `${(100 * line.share).toFixed(1)} %`]);
  const sql = new Table({ head: ['statement', 'seconds in PostgreSQL', 'calls'] });
  for (const { statement, seconds, calls } of statements) sql.push([statement, String(seconds), String(calls)]);
  return [table, where, sql].map((each) => each.toString()).join('\n');
}

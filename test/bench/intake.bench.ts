import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Table from 'cli-table3';
import { CityProcess } from '#apps/hub/city-process.js';
import { withHub } from '#apps/hub/with-hub.js';
import { loadConfig } from '#config/load-config.js';
import { projectRoot } from '#config/project-root.js';
import type { PlatformId } from '#domain/ids.js';
import { CaseStore } from '#domain/ports/case-store.js';
import { IdSource } from '#domain/ports/ids.js';
import { CasePipeline } from '#pipeline/case-pipeline.js';
import { City } from '#pipeline/city.js';
import { PullPlatform } from '#pipeline/pull-platform.js';
import { startEmbeddedPostgres } from '#runtime/postgres/embedded-postgres.js';
import { createDataSource } from '#storage/data-source.js';
import { createDatabase } from '#storage/databases.js';
import type { ProfileLine } from './cpu-profile.js';
import { profiled } from './cpu-profile.js';
import { noOpJobsPerSecond } from './no-op-jobs.js';
import { seedOpenCases } from './seed-open-cases.js';

const OPEN_CASES = 100_000;
const MATTERS = 4_000;
const PULLED: readonly PlatformId[] = ['hotline', 'portal', 'urban'] as PlatformId[];
const PROFILE_LINES = 14;

interface Intake {
  readonly openCases: number;
  readonly reports: number;
  readonly seconds: number;
  readonly reportsPerSecond: number;
  readonly noOpJobsPerSecond: number;
  readonly ratio: number;
  readonly profile: readonly ProfileLine[];
  readonly statements: readonly { readonly statement: string; readonly seconds: number; readonly calls: number }[];
}

/**
 * Reports pulled over HTTP from a simulated platform, matched, routed and committed against 100,000 open cases, in one process
 * on durable PostgreSQL; beside it, BullMQ's no-op jobs on the same server in the same run.
 */
export async function intake({ json }: { json: boolean }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huiliu-bench-'));
  chmodSync(folder, 0o711);
  const settings = { shared_preload_libraries: 'pg_stat_statements' };
  const postgres = await startEmbeddedPostgres({ dir: join(folder, 'postgres'), settings });
  const dropDir = join(folder, 'drop');
  const configDir = join(projectRoot(), 'config', 'demo');
  const city = await CityProcess.start({
    configDir,
    dropDir,
    mode: 'bounded',
    seed: 5,
    matters: MATTERS,
    mischief: 0,
    overSeconds: 1,
  });
  try {
    const url = await createDatabase(postgres.url, 'intake');
    const measured = await measure(url, { CITY_URL: city.url, CITY_DROP_DIR: dropDir, HUB_DATA_DIR: folder });
    process.stdout.write(`${json ? JSON.stringify(measured) : printed(measured)}\n`);
  } finally {
    await city.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(databaseUrl: string, variables: Record<string, string>): Promise<Intake> {
  const config = loadConfig({ DATABASE_URL: databaseUrl, HUB_LOG_LEVEL: 'error', ...variables });
  const before = await noOpJobsPerSecond(databaseUrl);
  const worked = await withHub(config, async ({ app }) => {
    await seedOpenCases(OPEN_CASES, app.get(CaseStore), app.get(City), app.get(IdSource));
    await ask(databaseUrl, 'vacuum analyze');
    await ask(databaseUrl, 'create extension if not exists pg_stat_statements');
    await ask(databaseUrl, 'select pg_stat_statements_reset()');
    const began = performance.now();
    const { result: reports, profile } = await profiled(() => intakeAll(app.get(PullPlatform), app.get(CasePipeline)));
    return { reports, profile, seconds: (performance.now() - began) / 1000 };
  });
  const statements = await ask<{ statement: string; seconds: number; calls: number }>(databaseUrl, TOP_STATEMENTS);
  const after = await noOpJobsPerSecond(databaseUrl);
  const noOp = (before + after) / 2;
  const reportsPerSecond = worked.reports / worked.seconds;
  return {
    openCases: OPEN_CASES,
    reports: worked.reports,
    seconds: round(worked.seconds),
    reportsPerSecond: round(reportsPerSecond),
    noOpJobsPerSecond: round(noOp),
    ratio: round(reportsPerSecond / noOp),
    profile: worked.profile.slice(0, PROFILE_LINES),
    statements: statements.map((row) => ({ ...row, calls: Number(row.calls) })),
  };
}

const TOP_STATEMENTS = `select left(regexp_replace(query, '\\s+', ' ', 'g'), 90) as statement, round((total_exec_time / 1000)::numeric, 2)::float as seconds, calls
  from pg_stat_statements order by total_exec_time desc limit 10`;

const round = (value: number): number => Math.round(value * 100) / 100;

/** Pulls and works side by side, as the roles do. */
async function intakeAll(pull: PullPlatform, pipeline: CasePipeline): Promise<number> {
  let pulling = true;
  let worked = 0;
  const pulled = Promise.all(PULLED.map((id) => pull.pull(id, new AbortController().signal))).finally(() => (pulling = false));
  const work = async (id: PlatformId): Promise<void> => {
    for (;;) {
      const wasPulling = pulling;
      const count = await pipeline.ingest(id);
      worked += count;
      if (count === 0 && !wasPulling) return;
      if (count === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  };
  await Promise.all([pulled, ...PULLED.map(work)]);
  return worked;
}

async function ask<Row>(url: string, sql: string): Promise<Row[]> {
  const source = await createDataSource({ url, poolSize: 1 }).initialize();
  try {
    return await source.query<Row[]>(sql);
  } finally {
    await source.destroy();
  }
}

function printed({ profile, statements, ...figures }: Intake): string {
  const table = new Table({ head: ['intake', ''] });
  for (const [name, value] of Object.entries(figures)) table.push([name, String(value)]);
  const where = new Table({ head: ['where the time goes (this process)', 'share'] });
  for (const line of profile) where.push([line.where, `${(100 * line.share).toFixed(1)} %`]);
  const sql = new Table({ head: ['statement (server time)', 'seconds', 'calls'] });
  for (const { statement, seconds, calls } of statements) sql.push([statement, String(seconds), String(calls)]);
  return [table, where, sql].map((each) => each.toString()).join('\n');
}

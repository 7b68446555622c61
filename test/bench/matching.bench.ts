import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Table from 'cli-table3';
import { loadReference } from '#config/load-reference.js';
import { projectRoot } from '#config/project-root.js';
import type { ReportId } from '#domain/ids.js';
import { Rarity } from '#domain/matching/rarity.js';
import type { MatchingPolicy } from '#domain/matching/matching-policy.js';
import type { Arrival } from '#pipeline/batch.js';
import { CaseChanges } from '#pipeline/case-changes.js';
import { lookAround } from '#pipeline/steps/look-around.js';
import { matchReports } from '#pipeline/steps/match.js';
import { startEmbeddedPostgres } from '#runtime/postgres/embedded-postgres.js';
import { UuidV7 } from '#runtime/uuid-v7.js';
import { createDataSource, openDatabase } from '#storage/data-source.js';
import type { DataSource } from '#storage/data-source.js';
import { createDatabase } from '#storage/databases.js';
import { SqlCaseStore } from '#storage/sql-case-store.js';
import type { ProfileLine } from './cpu-profile.js';
import { profiled } from './cpu-profile.js';
import { LargeCity } from './large-city.js';
import { arrivalOf, openInBulk } from './open-cases-in-bulk.js';
import type { TrigramFigures } from './trigram-search.js';
import { TrigramSearch } from './trigram-search.js';

const SIZES = [10_000, 100_000, 1_000_000];
/** The pipeline's own: records a transaction takes, and batches in hand. */
const BATCH = 250;
const LANES = 2;
const IN_BATCHES = 10_000;
const ALONE = 2_000;
const WARM_UP = 2_500;
const DAYS = 30;
const SEED = 11;
const PROFILE_LINES = 12;

interface AtSize {
  readonly openCases: number;
  readonly reportsPerSecond: number;
  /** One report a transaction, from asking for candidates to the decision. */
  readonly singleMedianMs: number;
  readonly singleP99Ms: number;
  /** Of the reports of stored matters, those that joined the right case. */
  readonly found: number;
  readonly trigrams: TrigramFigures;
  /** How many times as many reports a second as the faster of what pg_trgm offers. */
  readonly ahead: number;
  readonly seedSeconds: number;
}

interface Matching {
  readonly sizes: readonly AtSize[];
  /** Time a report at the largest size over that at the smallest. */
  readonly costGrowth: number;
  readonly profile: readonly ProfileLine[];
  readonly statements: readonly { readonly statement: string; readonly seconds: number; readonly calls: number }[];
}

/**
 * The whole matching step, candidates read from PostgreSQL and decided on, against more and more open cases; beside it
 * PostgreSQL's own search for the nearest text on the same rows.
 */
export async function matching({ json }: { json: boolean }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huiliu-bench-'));
  chmodSync(folder, 0o711);
  // As a server for a city of a million open cases has.
  const settings = {
    ...{ shared_preload_libraries: 'pg_stat_statements', shared_buffers: '2GB' },
    ...{ maintenance_work_mem: '1GB', max_wal_size: '8GB' },
  };
  const postgres = await startEmbeddedPostgres({ dir: join(folder, 'postgres'), settings });
  const source = createDataSource({ url: await createDatabase(postgres.url, 'matching'), poolSize: 4 });
  try {
    await openDatabase(source);
    await source.query('create extension if not exists pg_stat_statements');
    const measured = await measure(source);
    process.stdout.write(`${json ? JSON.stringify(measured) : printed(measured)}\n`);
  } finally {
    if (source.isInitialized) await source.destroy();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(source: DataSource): Promise<Matching> {
  const city = new LargeCity(SEED, DAYS, new Date());
  const { reference } = loadReference(join(projectRoot(), 'config', 'demo'), {});
  const bench = new MatchBench(source, city, reference.matching);
  const trigrams = new TrigramSearch(source);
  const sizes: AtSize[] = [];
  let stored = 0;
  for (const openCases of SIZES) {
    const seedSeconds = await seconds(() => bench.grow(stored, openCases));
    stored = openCases;
    const ours = await bench.measure(stored);
    const theirs = await trigrams.measure(
      bench.reports(stored, 'trigrams', ALONE).map(({ report }) => `${report.title} ${report.body}`),
    );
    const ahead = round(ours.reportsPerSecond / theirs.reportsPerSecond);
    sizes.push({ openCases, ...ours, trigrams: theirs, ahead, seedSeconds: round(seedSeconds) });
    process.stderr.write(`${JSON.stringify(sizes.at(-1))}\n`);
  }
  await source.query('select pg_stat_statements_reset()');
  const { profile } = await profiled(() => bench.inBatches(bench.reports(stored, 'profile', IN_BATCHES)));
  const statements = await source.query<{ statement: string; seconds: number; calls: string }[]>(TOP_STATEMENTS);
  return {
    sizes,
    costGrowth: round(sizes[0].reportsPerSecond / sizes[sizes.length - 1].reportsPerSecond),
    profile: profile.slice(0, PROFILE_LINES),
    statements: statements.map((row) => ({ ...row, calls: Number(row.calls) })),
  };
}

class MatchBench {
  private readonly ids = new UuidV7();
  private store: SqlCaseStore;

  constructor(
    private readonly source: DataSource,
    private readonly city: LargeCity,
    private policy: MatchingPolicy,
  ) {
    this.store = new SqlCaseStore(source);
  }

  /** More open cases. The index of keys is made anew, which is much faster than adding to it. */
  async grow(from: number, to: number): Promise<void> {
    const [{ indexdef }] = await this.source.query<{ indexdef: string }[]>(
      `select indexdef from pg_indexes where indexname = 'report_keys_newest'`,
    );
    await this.source.query('drop index report_keys_newest');
    const counts = await openInBulk(this.source, this.city, this.ids, from, to);
    await this.source.query(indexdef);
    await this.source.query('vacuum analyze cases, reports, report_keys');
    this.policy = { ...this.policy, rarity: new Rarity(counts) };
    this.store = new SqlCaseStore(this.source);
  }

  /** Half of them about stored matters, half about new ones; different ones for each purpose. */
  reports(stored: number, purpose: string, count: number): Arrival[] {
    const teller = 1 + PURPOSES.indexOf(purpose);
    return Array.from({ length: count }, (_, at) => {
      const matter = at % 2 === 0 ? Math.floor((at * stored) / count) : 10_000_000 * teller + at;
      return arrivalOf(this.city.report(matter, teller, this.ids.next<ReportId>()));
    });
  }

  async measure(stored: number): Promise<Pick<AtSize, 'reportsPerSecond' | 'singleMedianMs' | 'singleP99Ms' | 'found'>> {
    await this.inBatches(this.reports(stored, 'warm-up', WARM_UP));
    const arrivals = this.reports(stored, 'batches', IN_BATCHES);
    let found = 0;
    const taken = await seconds(async () => (found = await this.inBatches(arrivals)));
    const times: number[] = [];
    for (const arrival of this.reports(stored, 'alone', ALONE)) times.push(1000 * (await seconds(() => this.match([arrival]))));
    times.sort((a, b) => a - b);
    return {
      reportsPerSecond: round(arrivals.length / taken),
      singleMedianMs: round(times[Math.floor(times.length / 2)]),
      singleP99Ms: round(times[Math.floor(times.length * 0.99)]),
      found: round(found / (arrivals.length / 2)),
    };
  }

  /** Two batches at a time, as the pipeline has; returns how many reports joined the case of their matter. */
  async inBatches(arrivals: readonly Arrival[]): Promise<number> {
    const batches: (readonly Arrival[])[] = [];
    for (let at = 0; at < arrivals.length; at += BATCH) batches.push(arrivals.slice(at, at + BATCH));
    let found = 0;
    const lane = async (): Promise<void> => {
      for (let batch = batches.shift(); batch; batch = batches.shift()) {
        const joined = await this.match(batch);
        found += joined;
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return found;
  }

  private match(arrivals: readonly Arrival[]): Promise<number> {
    return this.store.inTransaction(async (transaction) => {
      const changes = new CaseChanges(new Date(), NO_REFERENCE, this.ids, 0);
      const sight = await lookAround(transaction, arrivals, this.policy);
      const matched = await matchReports(transaction, arrivals, sight, changes, this.ids);
      return matched.filter(({ decision, caseId, report }) => {
        const joined = decision.kind === 'attach' ? changes.find(caseId) : undefined;
        return joined !== undefined && (joined.number as string) === report.externalId.split('-')[0];
      }).length;
    });
  }
}

const PURPOSES = ['warm-up', 'batches', 'alone', 'trigrams', 'profile'];
const NO_REFERENCE = {} as ConstructorParameters<typeof CaseChanges>[1];

const TOP_STATEMENTS = `select left(regexp_replace(query, '\\s+', ' ', 'g'), 90) as statement, round((total_exec_time / 1000)::numeric, 2)::float as seconds, calls
  from pg_stat_statements order by total_exec_time desc limit 6`;

const round = (value: number): number => Math.round(value * 1000) / 1000;

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

function printed({ sizes, costGrowth, profile, statements }: Matching): string {
  const table = new Table({
    head: [
      'open cases',
      'reports/s',
      'one report: median, p99 ms',
      'right case found',
      'pg_trgm',
      'reports/s of it',
      'ahead',
      'seeded in s',
    ],
  });
  for (const { openCases, reportsPerSecond, singleMedianMs, singleP99Ms, found, trigrams, ahead, seedSeconds } of sizes) {
    const single = `${singleMedianMs}, ${singleP99Ms}`;
    const right = `${(found * 100).toFixed(1)} %`;
    table.push([
      openCases,
      reportsPerSecond,
      single,
      right,
      trigrams.faster,
      trigrams.reportsPerSecond,
      `${ahead}×`,
      seedSeconds,
    ]);
  }
  const where = new Table({ head: ['where this process spends its time, at the largest', 'share'] });
  for (const line of profile) where.push([line.where, `${(100 * line.share).toFixed(1)} %`]);
  const sql = new Table({ head: ['statement', 'seconds in PostgreSQL', 'calls'] });
  for (const { statement, seconds: spent, calls } of statements) sql.push([statement, spent, calls]);
  return [table, `cost from the smallest to the largest: ${costGrowth}×`, where, sql].map(String).join('\n');
}

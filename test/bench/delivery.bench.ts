import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Table from 'cli-table3';
import { openCity } from '#apps/hub/open-city.js';
import { withHub } from '#apps/hub/with-hub.js';
import { loadConfig } from '#config/load-config.js';
import { projectRoot } from '#config/project-root.js';
import type { DepartmentId } from '#domain/ids.js';
import { startEmbeddedPostgres } from '#runtime/postgres/embedded-postgres.js';
import type { DataSource } from '#storage/data-source.js';
import { createDatabase } from '#storage/databases.js';
import { barePostsPerSecond } from './bare-posts.js';
import type { ProfileLine } from './cpu-profile.js';
import { DeliveringProcess, withEndpoints } from './delivering-process.js';
import type { OwedMessage, Pace } from '#test/support/owed-cases.js';
import { OwedCases } from '#test/support/owed-cases.js';
import type { Proof } from './proven-delivery.js';
import { prove } from './proven-delivery.js';
import { ReceivingProcess } from './receiving-process.js';

const ENDPOINTS = 28;
const SECRET = 'whsec_aHVpbGl1LWJlbmNoLWRlbGl2ZXJ5LTMyLWJ5dGVzISE=';
const WARM_UP_CASES = 2_000;
const BACKLOG_CASES = 12_000;
const BARE_POSTS = 20_000;
/** In flight to each endpoint, of ours at most and of the bare loop always. */
const IN_FLIGHT = 16;
const SUSTAINED = { casesPerSecond: 300, seconds: 60 };
const ISOLATED = { casesPerSecond: 300, seconds: 15 };
const ISOLATED_ENDPOINTS = 10;
const AN_HOUR_MS = 3_600_000;
const PROFILE_LINES = 14;
const STATEMENTS = `select left(regexp_replace(query, '\\s+', ' ', 'g'), 90) as statement, round((total_exec_time / 1000)::numeric, 2)::float as seconds, calls::int
  from pg_stat_statements order by total_exec_time desc limit 10`;

interface Statement {
  readonly statement: string;
  readonly seconds: number;
  readonly calls: number;
}

interface Measured {
  readonly peak: Proof;
  readonly barePostsPerSecond: number;
  readonly ratio: number;
  readonly sustained: Proof;
  readonly allWell: Proof;
  readonly oneHangsOneRefuses: Proof;
  readonly p95Growth: number;
  readonly profile: readonly ProfileLine[];
  readonly statements: readonly Statement[];
}

/**
 * Cases opened and dispatched by one process, sent by another, taken down and verified by a third, on durable PostgreSQL;
 * beside it, in the same run, signed posts by undici alone.
 */
export async function delivery({ json }: { json: boolean }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huiliu-bench-'));
  chmodSync(folder, 0o711);
  const settings = { shared_preload_libraries: 'pg_stat_statements' };
  const postgres = await startEmbeddedPostgres({ dir: join(folder, 'postgres'), settings });
  const receiver = await ReceivingProcess.start(ENDPOINTS, SECRET);
  try {
    const databaseUrl = await createDatabase(postgres.url, 'delivery');
    const measured = await measure(databaseUrl, receiver, folder);
    process.stdout.write(`${json ? JSON.stringify(measured) : printed(measured)}\n`);
  } finally {
    await receiver.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(databaseUrl: string, receiver: ReceivingProcess, folder: string): Promise<Measured> {
  const variables = {
    DATABASE_URL: databaseUrl,
    HUB_LOG_LEVEL: 'error',
    HUB_DATA_DIR: folder,
    HUB_CONFIG_DIR: join(projectRoot(), 'config', 'demo'),
    HUB_PORT: '0',
    // Without `sync` nothing is pulled and no answer is written back: there are no platforms here.
    HUB_ROLES: 'pipeline,delivery',
  };
  const config = loadConfig(variables);
  const city = withEndpoints(openCity(config), receiver.urls, SECRET);
  return withHub(
    config,
    async ({ app, source }) => {
      await source.query('create extension if not exists pg_stat_statements');
      const sender = await DeliveringProcess.start({ variables, databaseUrl, endpoints: receiver.urls, secret: SECRET });
      const departments = city.endpoints.map(({ department }) => department);
      const bench = new Phases(app, source, receiver, departments);
      try {
        return await bench.all(sender);
      } finally {
        await sender.stop();
      }
    },
    { city },
  );
}

type App = ConstructorParameters<typeof OwedCases>[0];

class Phases {
  private readonly cases: OwedCases;

  constructor(
    private readonly app: App,
    private readonly source: DataSource,
    private readonly receiver: ReceivingProcess,
    private readonly departments: readonly DepartmentId[],
  ) {
    this.cases = new OwedCases(app);
  }

  async all(sender: DeliveringProcess): Promise<Measured> {
    await this.backlog(WARM_UP_CASES);
    await this.bare(BARE_POSTS / 2);
    const { profile } = await sender.profiled(() => this.backlog(BACKLOG_CASES / 2));
    await this.source.query('vacuum analyze');
    const before = await this.bare(BARE_POSTS);
    await this.source.query('select pg_stat_statements_reset()');
    const peak = await this.backlog(BACKLOG_CASES);
    const statements = await this.source.query<Statement[]>(STATEMENTS);
    const bare = (before + (await this.bare(BARE_POSTS))) / 2;
    const sustained = await this.paced({ ...SUSTAINED, departments: this.departments });
    const ten = this.departments.slice(0, ISOLATED_ENDPOINTS);
    const [hanging, refusing, ...well] = ten;
    const allWell = await this.paced({ ...ISOLATED, departments: ten }, well);
    await this.receiver.fail('hang', ten.indexOf(hanging));
    await this.receiver.fail('refuse', ten.indexOf(refusing));
    const oneHangsOneRefuses = await this.paced({ ...ISOLATED, departments: ten }, well);
    return {
      peak,
      barePostsPerSecond: Math.round(bare),
      ratio: Math.round((100 * peak.eventsPerSecond) / bare) / 100,
      sustained,
      allWell,
      oneHangsOneRefuses,
      p95Growth: Math.round((100 * oneHangsOneRefuses.latency.p95) / allWell.latency.p95) / 100,
      profile: profile.slice(0, PROFILE_LINES),
      statements,
    };
  }

  /** A backlog that lies there, held back, until it is let go at one instant, to be sent as fast as may be. */
  private async backlog(cases: number): Promise<Proof> {
    const owed = await this.cases.at(new Date(Date.now() + AN_HOUR_MS), cases, this.departments);
    await this.source.query(`update deliveries set next_attempt_at = now() where state = 'owed'`);
    await this.source.query('vacuum analyze deliveries');
    await this.cases.ring(this.departments);
    await this.until(this.departments);
    return this.proof(owed);
  }

  private async paced(pace: Pace, well = pace.departments): Promise<Proof> {
    const wanted = new Set<string>(well);
    const began = performance.now();
    const owed = await this.cases.atPace(pace);
    const casesPerSecond = Math.round((1000 * pace.casesPerSecond * pace.seconds) / (performance.now() - began));
    process.stderr.write(`${casesPerSecond} cases/s committed\n`);
    await this.until(well);
    return this.proof(owed.filter(({ department }) => wanted.has(department)));
  }

  private async proof(owed: readonly OwedMessage[]): Promise<Proof> {
    const proof = prove(owed, await this.receiver.received());
    process.stderr.write(`${told(proof)}\n`);
    return proof;
  }

  /** Until nothing is owed to these departments any more. */
  private async until(departments: readonly DepartmentId[]): Promise<void> {
    const sql = `select exists (select from deliveries where target = any($1) and state = 'owed') as waits`;
    for (let waits = true; waits;) {
      await pause(200);
      [{ waits }] = await this.source.query<{ waits: boolean }[]>(sql, [departments]);
    }
  }

  private async bare(posts: number): Promise<number> {
    const [{ payload }] = await this.source.query<{ payload: object }[]>(
      `select payload from deliveries where type = 'case.dispatched' limit 1`,
    );
    const body = Buffer.from(JSON.stringify({ type: 'case.dispatched', timestamp: new Date().toISOString(), data: payload }));
    const perSecond = await barePostsPerSecond({ urls: this.receiver.urls, secret: SECRET, body, posts, inFlight: IN_FLIGHT });
    const { receipts } = await this.receiver.received();
    if (receipts.length < posts) throw new Error(`of ${posts} bare posts ${receipts.length} arrived`);
    return perSecond;
  }
}

function printed({ profile, statements, ...measured }: Measured): string {
  const table = new Table({ head: ['delivery', ''] });
  for (const [name, value] of Object.entries(measured))
    table.push([name, typeof value === 'number' ? String(value) : told(value)]);
  const where = new Table({ head: ['where the sending process spends its time', 'share'] });
  for (const line of profile) where.push([line.where, `${(100 * line.share).toFixed(1)} %`]);
  const sql = new Table({ head: ['statement', 'seconds in PostgreSQL', 'calls'] });
  for (const { statement, seconds, calls } of statements) sql.push([statement, String(seconds), String(calls)]);
  return [table, where, sql].map((each) => each.toString()).join('\n');
}

const told = ({ latency: { p50, p95, p99 }, ...proof }: Proof): string =>
  [
    `${proof.received} of ${proof.owed} received, ${proof.missing} missing, ${proof.repeated} repeated, ${proof.refused} refused`,
    `${proof.outOfOrder} of ${proof.followers} out of order; ${proof.eventsPerSecond} events/s`,
    `commit to receipt p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms`,
  ].join('\n');

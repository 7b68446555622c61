import { as } from '#domain/ids.js';
import type { PlatformId } from '#domain/ids.js';
import type { DataSource } from '#storage/data-source.js';
import { SqlRecordStore } from '#storage/sql-record-store.js';
import { manyMatters } from './many-matters.js';
import { MatchingWorkers } from './matching-workers.js';

export interface StressSize {
  readonly seed: number;
  readonly matters: number;
  readonly reportsEach: number;
  readonly processes: number;
  readonly workersEach: number;
}

/** What became of the reports. */
export interface StressRun {
  readonly seed: number;
  readonly reports: number;
  readonly cases: number;
  /** Cases with reports of two matters or more. */
  readonly mixed: number;
  /** Matters whose reports lie in two cases or more. */
  readonly torn: number;
  readonly unsettled: number;
  readonly seconds: number;
  readonly reportsPerSecond: number;
}

const PLATFORMS = ['hotline', 'grid'] as const;

/** Many reports of many matters in random order, worked by many workers at once on an empty database. */
export async function runStress(source: DataSource, url: string, dataDir: string, size: StressSize): Promise<StressRun> {
  const clock = { now: () => new Date() };
  const told = manyMatters(size.seed, size.matters, size.reportsEach, clock.now());
  const inbox = new SqlRecordStore(source, clock);
  for (const platform of PLATFORMS) {
    const records = told.filter((one) => one.platform === platform);
    await inbox.stage({ platform: as<PlatformId>(platform), unreadable: [], records });
  }
  const workers = await MatchingWorkers.start(url, dataDir, size.processes, size.workersEach);
  try {
    const began = performance.now();
    await workers.work(PLATFORMS);
    const seconds = (performance.now() - began) / 1000;
    const { cases, unsettled, placed } = await outcome(source);
    const { mixed, torn } = compared(told, placed);
    const reportsPerSecond = Math.round(told.length / seconds);
    return {
      seed: size.seed,
      reports: told.length,
      cases,
      mixed,
      torn,
      unsettled,
      seconds: Math.round(seconds * 10) / 10,
      reportsPerSecond,
    };
  } finally {
    await workers.stop();
  }
}

type Placed = readonly { readonly external_id: string; readonly case_id: string }[];

async function outcome(source: DataSource): Promise<{ cases: number; unsettled: number; placed: Placed }> {
  const [{ cases }] = await source.query<{ cases: number }[]>('select count(*)::int as cases from cases');
  const [{ unsettled }] = await source.query<{ unsettled: number }[]>(
    `select count(*)::int as unsettled from records where outcome is null or outcome not in ('opened', 'attached')`,
  );
  return { cases, unsettled, placed: await source.query('select external_id, case_id from reports') };
}

function compared(told: readonly { externalId: string; matter: number }[], placed: Placed): { mixed: number; torn: number } {
  const caseOf = new Map(placed.map(({ external_id, case_id }) => [external_id, case_id]));
  const mattersOf = new Map<string, Set<number>>();
  const casesOf = new Map<number, Set<string>>();
  for (const { externalId, matter } of told) {
    const caseId = caseOf.get(externalId) ?? 'none';
    mattersOf.set(caseId, (mattersOf.get(caseId) ?? new Set()).add(matter));
    casesOf.set(matter, (casesOf.get(matter) ?? new Set()).add(caseId));
  }
  const several = (sets: Iterable<ReadonlySet<unknown>>): number => [...sets].filter(({ size }) => size > 1).length;
  return { mixed: several(mattersOf.values()), torn: several(casesOf.values()) };
}

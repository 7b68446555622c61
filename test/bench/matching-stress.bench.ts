import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Table from 'cli-table3';
import { runStress } from '#test/support/matching-stress.js';
import type { StressRun } from '#test/support/matching-stress.js';
import { startEmbeddedPostgres } from '#runtime/postgres/embedded-postgres.js';
import { createDatabase, dropDatabase } from '#storage/databases.js';
import { createDataSource, openDatabase } from '#storage/data-source.js';

const RUNS = 10;
const MATTERS = 1_000;
const REPORTS_EACH = 10;
const PROCESSES = 4;
const WORKERS_EACH = 8;

/** 10,000 reports of 1,000 matters in random order, worked by 32 workers in four processes at once, ten times over. */
export async function matchingStress({ json }: { json: boolean }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huiliu-bench-'));
  chmodSync(folder, 0o711);
  const postgres = await startEmbeddedPostgres({ dir: join(folder, 'postgres') });
  try {
    const runs: StressRun[] = [];
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const name = `stress_${seed}`;
      const url = await createDatabase(postgres.url, name);
      const source = createDataSource({ url, poolSize: 2 });
      await openDatabase(source);
      const size = { matters: MATTERS, reportsEach: REPORTS_EACH, processes: PROCESSES, workersEach: WORKERS_EACH };
      runs.push(await runStress(source, url, folder, { seed, ...size }).finally(() => source.destroy()));
      await dropDatabase(postgres.url, name);
      const { cases, seconds } = runs[runs.length - 1];
      process.stderr.write(`run ${seed} of ${RUNS}: ${cases} cases in ${seconds} s\n`);
    }
    const reached = runs.filter(({ cases, mixed }) => cases === MATTERS && mixed === 0).length;
    const measured = {
      matters: MATTERS,
      reports: MATTERS * REPORTS_EACH,
      workers: PROCESSES * WORKERS_EACH,
      exactly: reached,
      runs,
    };
    process.stdout.write(`${json ? JSON.stringify(measured) : printed(runs)}\n`);
    if (reached < RUNS) process.exitCode = 1;
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function printed(runs: readonly StressRun[]): string {
  const table = new Table({ head: ['seed', 'reports', 'cases', 'cases of two matters', 'seconds', 'reports/s'] });
  for (const { seed, reports, cases, mixed, seconds, reportsPerSecond } of runs)
    table.push([seed, reports, cases, mixed, seconds, reportsPerSecond]);
  return table.toString();
}

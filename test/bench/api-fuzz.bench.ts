import { PrivatePostgres } from '../support/private-postgres.js';
import { fuzzApi } from '../support/api-fuzz/fuzz-api.js';

const REQUESTS = 20_000;

/** 20,000 requests made out of docs/openapi.json against a whole hub; ends with exit code 1 when an answer breaks the document. */
export async function apiFuzz({ json }: { json: boolean }): Promise<void> {
  const seed = Date.now() % 1_000_000;
  const postgres = await PrivatePostgres.start();
  try {
    const begun = performance.now();
    const result = await fuzzApi(await postgres.database(), { requests: REQUESTS, seed });
    const seconds = Math.round((performance.now() - begun) / 1000);
    if (json) process.stdout.write(`${JSON.stringify({ seed, seconds, ...result })}\n`);
    else process.stdout.write(tableOf(seed, seconds, result));
    if (result.faults.length > 0) process.exitCode = 1;
  } finally {
    await postgres.stop();
  }
}

const tableOf = (
  seed: number,
  seconds: number,
  { asked, operations, byStatus, faults }: Awaited<ReturnType<typeof fuzzApi>>,
): string =>
  [
    `seed ${seed}: ${asked} requests to ${operations} operations in ${seconds} s`,
    ...Object.entries(byStatus).map(([status, count]) => `  ${status}  ${count}`),
    `${faults.length} faults`,
    ...faults,
    '',
  ].join('\n');

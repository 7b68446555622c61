import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '#config/project-root.js';
import { OUTCOMES } from '#domain/report/records.js';
import { JOBS, jobNames } from '#jobs/job-contracts.js';
import { readDocument, readTable } from './document.js';

const document = readDocument('ARCHITECTURE.md');

async function ruleNames(): Promise<string[]> {
  const rules = (await import(join(projectRoot(), '.dependency-cruiser.mjs'))) as {
    default: { forbidden: readonly { name: string }[] };
  };
  return rules.default.forbidden.map(({ name }) => name);
}

describe('ARCHITECTURE.md', () => {
  it('lists every job with its queue, its payload and its rhythm', () => {
    const table = readTable(document, 'queue', 'job', 'carries').map(([queue, job, payload, rhythm]) => ({
      queue,
      job,
      payload,
      rhythm,
    }));

    const contracts = jobNames.map((job) => {
      const { queue, payload, everyMs } = JOBS[job];
      return { queue, job, payload: payload.name, rhythm: everyMs === undefined ? '' : `${everyMs} ms` };
    });

    expect(table).toEqual(contracts);
  });

  it('explains every outcome of the ledger’s equation', () => {
    expect(readTable(document, 'outcome').map(([outcome]) => outcome)).toEqual([...OUTCOMES]);
    expect(document).toContain(`pulled = ${OUTCOMES.join(' + ')} + waiting`);
  });

  it('names every rule that the imports are held to', async () => {
    const named = readTable(document, '', 'rules').flatMap(([, names]) => names.split(' '));

    expect(named.sort()).toEqual((await ruleNames()).sort());
  });
});

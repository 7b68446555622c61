import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadReference } from '#config/load-reference.js';
import { projectRoot } from '#config/project-root.js';
import type { CaseTransaction } from '#domain/ports/case-store.js';
import type { KnownReport } from '#domain/ports/known-report.js';
import { UuidV7 } from '#runtime/uuid-v7.js';
import { aCase } from '#test/support/builders/a-case.js';
import { anArrival } from '#test/support/builders/an-arrival.js';
import type { Arrival } from '../batch.js';
import { CaseChanges } from '../case-changes.js';
import { ConfiguredCity } from '../configured-city.js';
import { recognise } from './recognise.js';

const AT = new Date('2026-11-26T00:00:00Z');
const LATER = new Date('2026-11-26T02:00:00Z');
const ids = new UuidV7();
const { reference } = loadReference(join(projectRoot(), 'config', 'demo'), {});
const city = new ConfiguredCity(reference, 1_000);
const first = anArrival(1, AT, city, ids);
const handled = aCase({ status: 'handled' });
const known: KnownReport = { ...first.report, caseId: handled.id };

/** What a transaction shows of one report and its case. */
const stored: Pick<CaseTransaction, 'knownReports' | 'lockCases' | 'lastHashes' | 'runningClocks'> = {
  knownReports: async () => [known],
  lockCases: async () => [handled],
  lastHashes: async () => new Map(),
  runningClocks: async () => new Map(),
};

/** The same record as the platform gives it two hours later, with other words than before. */
async function comesAgain(isEcho: boolean) {
  const report = { ...first.report, body: `${first.report.body} 办理结果：已修好。`, sourceUpdatedAt: LATER };
  const arrival: Arrival = { ...first, report, isEcho };
  const changes = CaseChanges.in(city, { clock: { now: () => LATER }, ids });
  const fresh = await recognise(stored as CaseTransaction, { arrivals: [arrival], withdrawals: [] }, changes);
  const { cases, changedReports, settled } = changes.toSet();
  return { fresh, events: cases.flatMap(({ events }) => events.map(({ event }) => event.type)), changedReports, settled };
}

describe('a record that comes again after we answered it', () => {
  it('is our own echo where the platform says so: nothing happens, and it is looked at no more', async () => {
    expect(await comesAgain(true)).toEqual({
      fresh: [],
      events: [],
      changedReports: [{ id: known.id, sourceUpdatedAt: LATER }],
      settled: [{ id: '0', outcome: 'unchanged', reportId: known.id }],
    });
  });

  it('is news of the citizen otherwise', async () => {
    const { fresh, events, settled } = await comesAgain(false);
    expect([fresh, events]).toEqual([[], ['report.updated']]);
    expect(settled).toEqual([{ id: '0', outcome: 'updated', reportId: known.id }]);
  });
});

import type { CaseStore } from '#domain/ports/case-store.js';
import type { IdSource } from '#domain/ports/ids.js';
import { CaseChanges } from '#pipeline/case-changes.js';
import type { City } from '#pipeline/city.js';
import { promiseDueTimes } from '#pipeline/steps/promise.js';
import { routeNewCases } from '#pipeline/steps/route.js';
import { writeDown } from '#pipeline/steps/write-down.js';
import { anArrival } from '#test/support/builders/an-arrival.js';

const AT_ONCE = 1_000;

/** Fills a database with open cases, each with one report, through the same steps that write any case. */
export async function seedOpenCases(count: number, store: CaseStore, city: City, ids: IdSource): Promise<void> {
  for (let done = 0; done < count; done += AT_ONCE) {
    const at = new Date(Date.now() - 86_400_000 * 20 * Math.random());
    await store.inTransaction(async (transaction) => {
      const changes = new CaseChanges(at, city.reference, ids, city.revisitWaitMs);
      const opened = Array.from({ length: Math.min(AT_ONCE, count - done) }, (_, index) =>
        anArrival(done + index, at, city, ids),
      );
      await writeDown(transaction, promiseDueTimes(routeNewCases(opened, city), city, at), changes);
    });
  }
}

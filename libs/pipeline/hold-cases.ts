import type { CaseId } from '#domain/ids.js';
import type { CaseTransaction } from '#domain/ports/case-store.js';
import type { CaseChanges } from './case-changes.js';

/** Locks stored cases and takes them in hand, with what their next events need; those in hand already are left as they are. */
export async function holdCases(transaction: CaseTransaction, changes: CaseChanges, ids: readonly CaseId[]): Promise<void> {
  const wanted = [...new Set(ids)].filter((id) => changes.find(id) === undefined);
  if (wanted.length === 0) return;
  const cases = await transaction.lockCases(wanted);
  const hashes = await transaction.lastHashes(wanted);
  const clocks = await transaction.runningClocks(wanted);
  for (const value of cases) changes.hold(value, hashes.get(value.id) ?? new Uint8Array(0), clocks.get(value.id) ?? []);
}

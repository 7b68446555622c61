import type { CaseTransaction } from '#domain/ports/case-store.js';
import type { Batch } from '../batch.js';

/**
 * Step 2. Locks everything under which a report of this batch could be found by another worker, in one global order, so
 * that two workers never both find "new" and never wait for each other in a circle.
 */
export async function lockTogether(transaction: CaseTransaction, batch: Batch): Promise<void> {
  const slots = new Set(batch.arrivals.flatMap((arrival) => arrival.lockSlots));
  await transaction.lock([...slots].sort((a, b) => a - b));
}

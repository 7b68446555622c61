import type { CaseTransaction } from '#domain/ports/case-store.js';
import type { Batch } from '../batch.js';
import type { Turn } from '../turns.js';
import type { Sight } from './look-around.js';
import { lookAround } from './look-around.js';

/**
 * Step 3. Locks everything under which a report of this batch could be found by another worker, in one global order, so
 * that two workers never both find "new" and never wait for each other in a circle. What was written since the batch looked
 * is added when this worker wrote it; when another one wrote anything at all, the batch looks again.
 */
export async function lockTogether(transaction: CaseTransaction, batch: Batch, sight: Sight, turn: Turn): Promise<Sight> {
  const meanwhile = await turn.come();
  if (sight.mark === undefined) return sight;
  const slots = new Set(batch.arrivals.flatMap((arrival) => arrival.lockSlots));
  await transaction.lock([...slots].sort((a, b) => a - b));
  if (!(await transaction.isAlone(turn.worker, sight.mark)))
    return lookAround(transaction, batch.arrivals, sight.policy, sight.weigh);
  for (const report of meanwhile) sight.pool.add(report, report.caseId);
  return sight;
}

import type { ReadBack } from '../ports/platform-adapter.js';
import type { AttemptOutcome, Delivery } from './delivery.js';
import { nextAttemptAt } from './retry-plan.js';
import type { RetryPlan } from './retry-plan.js';

/** Where a delivery stands after an attempt; `unknown` is read back at `nextAttemptAt` before anything is sent again. */
export type Settlement =
  | { readonly state: 'confirmed' }
  | { readonly state: 'owed'; readonly nextAttemptAt: Date }
  | { readonly state: 'unknown'; readonly nextAttemptAt: Date }
  | { readonly state: 'parked'; readonly because: 'hopeless' | 'plan-used-up'; readonly reason: string };

/** What follows from an attempt that the delivery's counts do not include yet. */
export function settleAttempt(
  delivery: Pick<Delivery, 'channel' | 'attemptsInPlan'>,
  outcome: AttemptOutcome,
  now: Date,
  plan: RetryPlan,
  random: () => number,
): Settlement {
  if (outcome.kind === 'confirmed') return { state: 'confirmed' };
  if (outcome.kind === 'hopeless') return { state: 'parked', because: 'hopeless', reason: outcome.reason };
  const notBefore = outcome.kind === 'failed' ? outcome.notBefore : undefined;
  const next = nextAttemptAt(delivery.attemptsInPlan + 1, now, plan, random, notBefore);
  if (next === 'park') return { state: 'parked', because: 'plan-used-up', reason: outcome.reason };
  // A receiver of webhooks recognises the id, so sending again is safe; a platform would show the answer twice.
  const state = outcome.kind === 'unknown' && delivery.channel === 'write-back' ? 'unknown' : 'owed';
  return { state, nextAttemptAt: next };
}

/** A look at the platform after an unknown write-back is an attempt like another: it is logged, counted and settled. */
export function outcomeOfReadBack(readBack: ReadBack): AttemptOutcome {
  switch (readBack.kind) {
    case 'shown':
      return { kind: 'confirmed' };
    case 'absent':
      return { kind: 'failed', reason: 'the platform does not show the answer' };
    case 'pending':
      return { kind: 'unknown', reason: 'the platform is still taking the answer in' };
  }
}

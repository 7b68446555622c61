import type { CaseId, DeliveryId, ReportId } from '../ids.js';

/** A message owed to someone: a webhook to a department's endpoint, or an answer written back to a source platform. */
export interface Delivery {
  readonly id: DeliveryId;
  readonly channel: 'webhook' | 'write-back';
  /** Department id of a webhook, platform id of a write-back. */
  readonly target: string;
  readonly caseId: CaseId;
  /** The report a write-back answers. */
  readonly reportId?: ReportId;
  /** Event type of a webhook (`case.dispatched`), or `progress` | `answer`. */
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
  /** Attempts made so far, ever. */
  readonly attempts: number;
  /** Those made since it was owed or last replayed: a replay starts the retry plan anew. */
  readonly attemptsInPlan: number;
}

/**
 * Life of a delivery. `unknown`: the other side may or may not have it (time-out after the request left); a write-back in
 * that state is read back before it is tried again. `parked`: hopeless without a person, replayable.
 */
export const DELIVERY_STATES = ['owed', 'unknown', 'confirmed', 'parked', 'cancelled'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What came of one attempt. */
export type AttemptOutcome =
  | { readonly kind: 'confirmed'; readonly status?: number }
  /** Try again, not before `notBefore` when the other side named a time. */
  | { readonly kind: 'failed'; readonly status?: number; readonly reason: string; readonly notBefore?: Date }
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'hopeless'; readonly status?: number; readonly reason: string };

import type { Delivery } from '../delivery/delivery.js';
import type { CaseId, DepartmentId } from '../ids.js';

/** A message as a webhook would have carried it. */
export interface FedMessage extends Pick<Delivery, 'id' | 'type' | 'createdAt' | 'payload'> {
  /** Asking for what comes after it acknowledges it and all before it. */
  readonly cursor: string;
  readonly caseId: CaseId;
}

export interface FeedPage {
  readonly items: readonly FedMessage[];
  /** What to ask for next; where there is nothing new it stays the same. */
  readonly next: string;
}

export interface FeedRequest {
  /** The `next` of an earlier page, or the cursor of one of its messages; without it the feed goes on after what is acknowledged. */
  readonly after?: string;
  readonly limit: number;
}

/**
 * The messages of departments that fetch them. Each gets a running number when it is first shown, never before: what commits late is
 * shown late, and no cursor passes it by. What was shown is shown the same way until it is acknowledged; messages of one case keep their order.
 */
export abstract class DepartmentFeed {
  /**
   * Confirms what is shown up to `after`, and shows what follows. Throws RejectedError `REQUEST_INVALID` for a cursor that
   * this department was never given.
   */
  abstract read(department: DepartmentId, request: FeedRequest, now: Date): Promise<FeedPage>;
}

import type { ErrorCode } from '../error-codes.js';

/** A request that was not believed. */
export interface Refusal {
  readonly who: string;
  readonly code: ErrorCode;
  readonly detail: string;
}

/** Keeps refused requests where an auditor finds them. */
export abstract class RefusalLog {
  abstract note(refusal: Refusal): Promise<void>;
}

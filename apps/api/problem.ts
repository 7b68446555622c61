import type { ErrorCode } from '#domain/error-codes.js';

/** One field that cannot be used. */
export interface FieldFault {
  /** Where it stands in the request, as `commitments.0.dueAt`. */
  readonly field: string;
  /** The check that failed, for programs. */
  readonly code: string;
  /** What is wrong with it, in the language of `Accept-Language`. */
  readonly message: string;
}

/** RFC 9457. `code` is stable and listed in docs/errors.md; some codes bring members of their own beside these. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
  /** Of `REQUEST_INVALID`: every field that cannot be used. */
  readonly errors?: readonly FieldFault[];
}

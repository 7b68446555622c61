import type { ErrorCode } from './error-codes.js';

/** What may be told to a stranger: numbers, names of settings, ids; never a secret, never a citizen. */
export type SafeDetails = Readonly<Record<string, string | number | boolean | undefined>>;

interface ErrorOptions {
  cause?: unknown;
  details?: SafeDetails;
}

/** Every error we throw says who acts next: the class is the instruction, the code is for programs, the message for logs. */
export abstract class HubError extends Error {
  readonly details: SafeDetails;

  constructor(
    readonly code: ErrorCode,
    message: string,
    options: ErrorOptions = {},
  ) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.details = options.details ?? {};
  }
}

/** The world is busy; the machine tries again, at `retryAt` when the other side named a time. */
export class TransientError extends HubError {
  readonly retryAt: Date | undefined;

  constructor(code: ErrorCode, message: string, options: ErrorOptions & { retryAt?: Date } = {}) {
    super(code, message, options);
    this.retryAt = options.retryAt;
  }
}

/** This input can never succeed as it is; the sender must change it. */
export class RejectedError extends HubError {}

/** A credential, address, rule or file needs a person before the machine may go on. */
export class OperatorError extends HubError {}

/** An invariant of ours broke; a developer must look. */
export class Defect extends HubError {}

/** Whatever was thrown, as one of the four kinds; a stranger becomes a Defect that keeps its cause. */
export function toHubError(thrown: unknown): HubError {
  if (thrown instanceof HubError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new Defect('DEFECT', message, { cause: thrown });
}

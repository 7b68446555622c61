import { RejectedError } from '#domain/errors.js';
import type { FoundFault } from './fault-words.js';

/** A request with fields that cannot be used; the answer tells each in the asker's language. */
export class RequestInvalid extends RejectedError {
  constructor(readonly faults: readonly FoundFault[]) {
    super('REQUEST_INVALID', faults.map(({ field, english }) => `${field}: ${english}`).join('; '));
  }
}

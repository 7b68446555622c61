import { RejectedError } from '#domain/errors.js';
import type { UndertakingAnswer } from '#domain/ports/undertaking-book.js';

/** A command the undertaking refused, with what would be legal now. */
export class UndertakingRefused extends RejectedError {
  constructor({ code, message, legal, state, version }: UndertakingAnswer) {
    super(code ?? 'UNDERTAKING_MOVE_ILLEGAL', message ?? 'refused', { details: { state, version, legal: legal?.join(' ') } });
  }
}

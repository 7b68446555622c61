import { RejectedError } from '#domain/errors.js';
import type { CommandAnswer } from '#pipeline/case-desk.js';

/** A command the case refused, with what would be legal now; `seenVersion` is the one its sender named. */
export class CommandRefused extends RejectedError {
  constructor({ code, message, legal, status, version }: CommandAnswer, seenVersion?: number) {
    super(code ?? 'CASE_MOVE_ILLEGAL', message ?? 'refused', {
      details: { caseStatus: status, version, seenVersion, legal: legal?.join(' ') },
    });
  }
}

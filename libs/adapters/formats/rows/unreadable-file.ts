import { OperatorError } from '#domain/errors.js';

/** A file that is no table, or stops being one; `told` says it in Chinese, for quarantine. */
export class UnreadableFile extends OperatorError {
  constructor(
    path: string,
    why: string,
    readonly told: string,
    cause?: unknown,
  ) {
    super('IMPORT_FILE_UNREADABLE', `${path} ${why}`, { cause });
  }
}

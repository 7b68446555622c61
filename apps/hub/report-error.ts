import { ConfigInvalidError } from '#config/config-fault.js';
import { Defect, toHubError } from '#domain/errors.js';

/** Exit codes: 2 says that a person must change something first, 1 that it did not work. */
export function reportError(thrown: unknown): number {
  const error = toHubError(thrown);
  if (error instanceof ConfigInvalidError) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  process.stderr.write(`huiliu: ${error.code}: ${error.message}\n`);
  if (error instanceof Defect) process.stderr.write(`${(error.cause instanceof Error ? error.cause : error).stack ?? ''}\n`);
  return ['CONFIG_INVALID', 'PORT_IN_USE', 'IMPORT_FILE_UNREADABLE', 'PLATFORM_UNKNOWN', 'PLATFORM_COUNTS_NOTHING'].includes(
    error.code,
  )
    ? 2
    : 1;
}

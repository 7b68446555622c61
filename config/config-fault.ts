import { OperatorError } from '#domain/errors.js';

/** One thing a person must put right, with the place to look. */
export interface ConfigFault {
  /** File relative to the configuration folder, or `environment`. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** Where in the file, e.g. `departments[3].name`, or the name of the variable. */
  readonly path: string;
  /** What is wrong and what to do. */
  readonly message: string;
}

/** `duties.yaml:12:5 duties[3].lead: …` */
export function formatFault({ file, line, column, path, message }: ConfigFault): string {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  return `${place} ${path === '' ? '' : `${path}: `}${message}`;
}

/** All the faults of a configuration at once, so that a person mends them in one go. */
export class ConfigInvalidError extends OperatorError {
  constructor(
    readonly faults: readonly ConfigFault[],
    where: string,
  ) {
    const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
    super(
      'CONFIG_INVALID',
      [`The configuration in ${where} has ${count}:`, ...faults.map((fault) => `  ${formatFault(fault)}`)].join('\n'),
      {
        details: { faults: faults.length },
      },
    );
  }
}

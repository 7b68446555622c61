import type { Reporter } from '../report/report.js';
import type { SealedReporter } from '../report/normalise-report.js';

/** Keeps citizens' names and phones where only a reason opens them. */
export abstract class ReporterVault {
  /** Seals who asked; the hash finds the same caller again without the number. */
  abstract seal(reporter: Reporter): SealedReporter;

  /** Opens what `seal` closed. */
  abstract open(sealed: Uint8Array): Reporter;
}

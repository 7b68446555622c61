import type { Reporter } from '../report/report.js';

/** The words of a report as they came, as far as something in them was masked. */
export interface OriginalWords {
  readonly title?: string;
  readonly body?: string;
  readonly address?: string;
  /** 即办: how it was solved. */
  readonly solution?: string;
}

/** What of a report only a reason opens: who asked, and the words in which persons are named. */
export interface HiddenPart {
  readonly reporter?: Reporter;
  readonly original?: OriginalWords;
}

import type { Nature, Urgency } from '#domain/report/report.js';
import type { CoordinateSystem } from '../formats/to-wgs84.js';

/** How a table lies in its file. */
export interface TableFile {
  readonly format: 'csv' | 'xlsx' | 'auto';
  readonly charset: 'utf-8' | 'gb18030' | 'auto';
  /** Row of the column names, the first row being 1. */
  readonly headerRow: number;
  readonly delimiter: string;
}

/** A column, a template of columns (`{STREET}·{PLACE}`), or several columns joined. */
export type TextSource = string | readonly string[];

/** Which column gives which fact of a report. */
export interface TableColumns {
  readonly externalId: string;
  readonly title?: TextSource;
  readonly body?: TextSource;
  readonly reportedAt: string;
  /** `reportedAt` where the table knows no changes. */
  readonly updatedAt?: string;
  readonly nature?: string;
  readonly urgency?: string;
  /** The platform's own code of what it is about. */
  readonly category?: TextSource;
  readonly address?: TextSource;
  readonly street?: string;
  readonly community?: string;
  readonly gridCode?: string;
  readonly longitude?: string;
  readonly latitude?: string;
  readonly reporterName?: string;
  readonly reporterPhone?: string;
}

/** Which columns say who handled a row; only a list of past cases has them, and only routing learns from them. */
export interface HandledBy {
  /** The unit's lasting id; its name may change. */
  readonly id: string;
  readonly name?: string;
  /** The channel a row came by, where a list joins several. */
  readonly channel?: string;
  /** Ids of renamed or merged units → the id of the one that took over. */
  readonly aliases: Readonly<Record<string, string>>;
}

/** How the rows of one kind of table become reports. */
export interface TableMapping {
  readonly title: string;
  readonly file: TableFile;
  readonly columns: TableColumns;
  /** Code table of `columns.category`. */
  readonly categorySystem: string;
  /** Formats tried in turn: luxon's, `iso`, `epoch-ms`, or `excel-serial` for days since 1899-12-30. */
  readonly times: readonly string[];
  /** Zone of a time that names none. */
  readonly zone: string;
  /** Words that mean nothing. */
  readonly nulls: readonly string[];
  readonly natures: Readonly<Record<string, Nature>>;
  readonly urgencies: Readonly<Record<string, Urgency>>;
  readonly coordinates: CoordinateSystem;
  /** Title and body are made of codes and names only: they must not make two reports look alike. */
  readonly generatedText: boolean;
  readonly handledBy?: HandledBy;
}

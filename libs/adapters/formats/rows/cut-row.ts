/** A row of a table as its file gives it; a cell is undefined when its bytes make no sense in the file's charset. */
export interface CutRow {
  /** As a spreadsheet counts, the rows above it included. */
  readonly number: number;
  /** Name of its sheet; absent in files that know none. */
  readonly sheet?: string;
  readonly cells: readonly (string | undefined)[];
  /** As it stands in the file, for quarantine. */
  readonly raw: () => Uint8Array;
  /** Why it is no row at all. */
  readonly fault?: string;
}

/** Spreadsheets leave empty cells behind the last column; anything else there is a row that slipped. */
export const hasMore = (cells: readonly (string | undefined)[], width: number): boolean =>
  cells.slice(width).some((cell) => cell?.trim() !== '');

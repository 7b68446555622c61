import type { ExternalId } from '#domain/ids.js';
import type { Fault, RawRecord, UnreadableRecord } from '#domain/ports/platform-adapter.js';
import type { Charset } from '../decode-text.js';
import { canonicalJson } from '../parse-json.js';
import type { Fields } from '../parse-json.js';
import { unreadableRecord } from '../unreadable-record.js';
import type { CutRow } from './cut-row.js';
import { headOf } from './file-head.js';
import type { ColumnNames } from './header-words.js';
import { namedCells, shapeFaults } from './named-row.js';
import { openRows } from './open-rows.js';
import { titlePairs } from './title-pairs.js';
import { UnreadableFile } from './unreadable-file.js';

/** What makes a table a list of records. */
export interface ListShape {
  readonly charset: Charset | 'auto';
  readonly delimiter: string;
  readonly names: ColumnNames;
  /** Names, in our words, that a header must have. */
  readonly required: readonly string[];
  /** First cell of the line that ends a file, empty where there is none. */
  readonly endMarker: string;
  /** Sheets that hold no records: instructions, dictionaries, sums. */
  readonly ignoredSheets: readonly string[];
  /** Whether a row, by our names, is none: a sum at the end, a visit without a word. */
  readonly isNoRecord: (row: Fields) => boolean;
  /** The id of a row, by our names; undefined when it has none. */
  readonly idOf: (row: Fields) => ExternalId | undefined;
}

/** A piece of a file. `number` counts pieces from 1, over all its sheets. */
export interface FileRow {
  readonly number: number;
  readonly entry: { readonly record: RawRecord } | { readonly unreadable: UnreadableRecord };
}

/** A cell that names its sheet; part of the record, since a sheet is often a community. */
const SHEET = '工作表';

const HEAD_KEPT = 64 * 1024;
/** A title row has a word or two that could be a column's; a header has more. */
const FEWEST_KNOWN_COLUMNS = 3;
/** Rows kept while no header is found, enough to see what the sheet is. */
const MOST_ROWS_ABOVE = 100;

/**
 * The records of a list, from whichever row its header is found in. Faults name the row as the spreadsheet counts it. A file
 * that stops being a table is, from there on, one unreadable piece.
 */
export async function* listRows(path: string, shape: ListShape): AsyncGenerator<FileRow> {
  let number = 0;
  const sheets = new SheetReader(shape);
  try {
    const isHeader = (row: CutRow): boolean => isHeaderOf(row, shape);
    for await (const row of await openRows(path, { ...shape, format: 'auto', sheets: 'all', isHeader })) {
      for (const entry of sheets.read(row)) yield { number: ++number, entry };
    }
    for (const entry of sheets.end()) yield { number: ++number, entry };
  } catch (thrown) {
    if (!(thrown instanceof UnreadableFile)) throw thrown;
    const head = await headOf(path, HEAD_KEPT);
    yield { number: number + 1, entry: spoilt(head, [{ field: '', message: thrown.told }]) };
  }
}

const spoilt = (bytes: Uint8Array, faults: readonly Fault[]): FileRow['entry'] => ({
  unreadable: unreadableRecord(bytes, faults),
});

function isHeaderOf({ cells }: CutRow, { names, required }: ListShape): boolean {
  const found = names.meaningsIn(cells);
  return found.size >= FEWEST_KNOWN_COLUMNS && required.every((name) => found.has(name));
}

const trimmed = ({ cells }: CutRow): readonly string[] => cells.map((cell) => (cell ?? '').trim());

/** Reads the rows of one sheet after the other, and knows where in its sheet it stands. */
class SheetReader {
  private sheet: string | undefined;
  private columns: readonly string[] | undefined;
  private above: CutRow[] = [];
  /** What the rows above the header say of all rows. */
  private titles: Readonly<Record<string, string>> = {};

  constructor(private readonly shape: ListShape) {}

  *read(row: CutRow): Generator<FileRow['entry']> {
    if (row.sheet !== this.sheet) {
      yield* this.end();
      this.sheet = row.sheet;
      this.titles = {};
    }
    if (this.isIgnored() || this.isEnd(row)) return;
    if (isHeaderOf(row, this.shape)) this.begin(row);
    else if (this.columns) yield* this.readRow(row, this.columns);
    else if (this.above.length < MOST_ROWS_ABOVE) this.above.push(row);
  }

  /** Ends a sheet; one with rows but without a header is a piece nobody can read. */
  *end(): Generator<FileRow['entry']> {
    const lost = this.columns || this.isIgnored() ? [] : this.above;
    this.columns = undefined;
    this.above = [];
    if (lost.length === 0) return;
    const where = this.sheet === undefined ? '' : `工作表「${this.sheet}」`;
    const message = `${where}找不到表头，缺少列：${this.shape.required.join('、')}`;
    yield spoilt(Buffer.concat(lost.map(({ raw }) => raw())).subarray(0, HEAD_KEPT), [{ field: '', message }]);
  }

  private isEnd({ cells }: CutRow): boolean {
    const [first, ...rest] = cells.map((cell) => cell?.trim());
    return first !== undefined && first !== '' && first === this.shape.endMarker && rest.every((cell) => cell === '');
  }

  private isIgnored(): boolean {
    return this.sheet !== undefined && this.shape.ignoredSheets.includes(this.sheet.trim());
  }

  /** A header below a header is its second line, or the same one again on a new printed page. */
  private begin(row: CutRow): void {
    this.columns = trimmed(row);
    this.titles = { ...this.titles, ...titlePairs(this.above, this.shape.names) };
    this.above = [];
  }

  private *readRow(row: CutRow, columns: readonly string[]): Generator<FileRow['entry']> {
    const { names, isNoRecord, idOf } = this.shape;
    const own = namedCells(row, columns);
    if (row.fault === undefined && isNoRecord(names.read(own))) return;
    const cells = { ...own, ...this.titlesBeside(columns), ...(this.sheet && { [SHEET]: this.sheet }) };
    const faults = shapeFaults(row, columns);
    const id = faults.length > 0 ? undefined : idOf(names.read(cells));
    if (id !== undefined) {
      yield { record: { externalId: id, bytes: canonicalJson(cells) } };
      return;
    }
    const found = faults.length > 0 ? faults : [{ field: this.shape.required[0], message: '缺少编号' }];
    yield spoilt(
      row.raw(),
      found.map(({ field, message }) => ({ field, message: `第 ${row.number} 行：${message}` })),
    );
  }

  /** A title says something of a row unless the row has a column of its own for it. */
  private titlesBeside(columns: readonly string[]): Readonly<Record<string, string>> {
    const own = this.shape.names.meaningsIn(columns);
    return Object.fromEntries(Object.entries(this.titles).filter(([name]) => !own.has(this.shape.names.meaningOf(name) ?? '')));
  }
}

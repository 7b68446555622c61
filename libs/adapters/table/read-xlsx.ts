import type { CellValue } from 'exceljs';
import { DateTime } from 'luxon';
import { OperatorError } from '#domain/errors.js';
import { canonicalJson } from '../formats/parse-json.js';
import type { CutRow } from './table-row.js';

/** Times of spreadsheet cells as text, the way they are shown: a cell knows no zone. */
const WALL_TIME = 'yyyy-MM-dd HH:mm:ss';

/** The rows of a workbook's first sheet, one after the other without the whole sheet in memory. */
export async function* readXlsx(path: string, headerRow: number): AsyncGenerator<CutRow> {
  const { default: exceljs } = await import('exceljs'); // heavy, and few imports need it
  const workbook = new exceljs.stream.xlsx.WorkbookReader(path, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  // The reader trips over sheets that reach it before the list of sheets, which zip files are free to do.
  Object.assign(workbook, { model: {} });
  let width = 0;
  try {
    for await (const sheet of workbook) {
      for await (const row of sheet) {
        const values = Array.isArray(row.values) ? row.values.slice(1) : [];
        const cells = Array.from(values, textOf);
        if (row.number === headerRow) width = cells.length;
        // a sheet ends its rows at the last cell that is filled
        while (cells.length < width) cells.push('');
        if (cells.every((cell) => cell === '')) continue;
        yield { number: row.number, cells, raw: () => canonicalJson(cells) };
      }
      return;
    }
  } catch (thrown) {
    if (thrown instanceof OperatorError) throw thrown;
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new OperatorError('IMPORT_FILE_UNREADABLE', `${path} is no workbook that can be read to its end: ${why}`, {
      cause: thrown,
    });
  }
}

/** What a cell shows. Formulas are never worked out: their last result counts, or else their own text. */
export function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return DateTime.fromJSDate(value, { zone: 'utc' }).toFormat(WALL_TIME);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return textOf(value.text as CellValue);
  if ('error' in value) return value.error;
  if ('result' in value && value.result !== undefined) return textOf(value.result);
  return 'formula' in value ? `=${value.formula}` : '';
}

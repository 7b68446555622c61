import type { CellValue } from 'exceljs';
import { DateTime } from 'luxon';
import { canonicalJson } from '../parse-json.js';
import { checkWorkbook } from './check-workbook.js';
import type { CutRow } from './cut-row.js';
import { MergedCells } from './merged-cells.js';
import { UnreadableFile } from './unreadable-file.js';

/** Times of spreadsheet cells as text, the way they are shown: a cell knows no zone. */
const WALL_TIME = 'yyyy-MM-dd HH:mm:ss';
const MOST_CHARACTERS_OF_A_ROW = 1024 * 1024;
const CHARACTERS_KEPT = 64 * 1024;

/** What exceljs knows of a workbook while it streams, and its types do not tell. */
interface WorkbookInside {
  readonly model?: { readonly sheets?: readonly { readonly name: string; readonly rId: string }[] };
  readonly workbookRels?: readonly { readonly Id: string; readonly Target: string }[];
}

/**
 * The rows of a workbook's first sheet or of all of them, one after the other without the sheet in memory. Merged cells all
 * show what the first of them holds.
 */
export async function* cutXlsx(
  path: string,
  sheets: 'first' | 'all',
  isHeader: (row: CutRow) => boolean,
): AsyncGenerator<CutRow> {
  const merges = await checkWorkbook(path);
  const { default: exceljs } = await import('exceljs'); // heavy, and few files need it
  const workbook = new exceljs.stream.xlsx.WorkbookReader(path, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  // The reader trips over sheets that reach it before the list of sheets, which zip files are free to do.
  Object.assign(workbook, { model: {} });
  try {
    for await (const sheet of workbook) {
      const { id, name } = sheet as unknown as { readonly id: number | string; readonly name?: string };
      const merged = merges.get(fileNumber(workbook as unknown as WorkbookInside, name) ?? String(id)) ?? new MergedCells([]);
      let width = 0;
      for await (const row of sheet) {
        const values = Array.isArray(row.values) ? row.values.slice(1) : [];
        const cells = Array.from(values, textOf);
        merged.fill(row.number, cells);
        // a sheet ends its rows at the last cell that is filled
        while (cells.length < width) cells.push('');
        if (cells.every((cell) => cell === '')) continue;
        const cut = toCutRow(row.number, cells, name);
        if (isHeader(cut)) width = cells.length;
        yield cut;
      }
      if (sheets === 'first') return;
    }
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new UnreadableFile(path, `is no workbook that can be read to its end: ${why}`, '工作簿已损坏，无法读完', thrown);
  }
}

/** The number in the name of a sheet's file inside the workbook, by which its merged cells are kept. */
function fileNumber({ model, workbookRels }: WorkbookInside, name: string | undefined): string | undefined {
  const reference = model?.sheets?.find((sheet) => sheet.name === name)?.rId;
  return /sheet(\d+)\.xml$/.exec(workbookRels?.find(({ Id }) => Id === reference)?.Target ?? '')?.[1];
}

function toCutRow(number: number, cells: readonly string[], sheet: string | undefined): CutRow {
  const isLong = cells.reduce((sum, cell) => sum + cell.length, 0) > MOST_CHARACTERS_OF_A_ROW;
  if (!isLong) return { number, sheet, cells, raw: () => canonicalJson(cells) };
  const beginning = cells.map((cell) => cell.slice(0, CHARACTERS_KEPT / cells.length));
  return { number, sheet, cells: [], raw: () => canonicalJson(beginning), fault: '一行超过 1 MB' };
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

import { once } from 'node:events';
import { PassThrough, pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';

export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Cell = string | number;

/** What a sheet is written from: its head, and rows that are read only as fast as they are taken. */
export interface Sheet {
  readonly head: readonly string[];
  readonly rows: AsyncIterable<Cell[]>;
}

/** As text, with the mark by which Excel knows UTF-8. */
export function asCsv({ head, rows }: Sheet): Readable {
  const text = stringify({ header: true, columns: [...head], bom: true });
  // An error ends the text early: the other side sees that the answer is not complete.
  return pipeline(Readable.from(rows, { highWaterMark: 16 }), text, () => undefined);
}

/** As a workbook of one sheet; a row is forgotten once it is written. */
export function asXlsx(sheet: Sheet): Readable {
  const out = new PassThrough();
  writeWorkbook(sheet, out).catch((thrown: unknown) => out.destroy(thrown as Error));
  return out;
}

async function writeWorkbook({ head, rows }: Sheet, out: PassThrough): Promise<void> {
  const { default: exceljs } = await import('exceljs'); // heavy, and few requests need it
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: out });
  const page = workbook.addWorksheet('案件', { views: [{ state: 'frozen', ySplit: 1 }] });
  page.addRow(head).commit();
  for await (const row of rows) {
    page.addRow(row).commit();
    if (out.writableNeedDrain) await once(out, 'drain');
  }
  page.commit();
  await workbook.commit();
}

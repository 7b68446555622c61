import type { Charset } from '../decode-text.js';
import { bomLength, sniffCharset, sniffDelimiter } from './charset.js';
import { cutCsv } from './cut-csv.js';
import type { CutRow } from './cut-row.js';
import { cutXlsx } from './cut-xlsx.js';
import { cutXml, declaredCharset } from './cut-xml.js';
import { headOf } from './file-head.js';
import { UnreadableFile } from './unreadable-file.js';

export type TableFormat = 'csv' | 'xlsx' | 'xml';

/** How a table lies in its file; `auto` looks at the file itself, never at its name. */
export interface RowsShape {
  readonly format: TableFormat | 'auto';
  readonly charset: Charset | 'auto';
  readonly delimiter: string;
  readonly sheets: 'first' | 'all';
  /** Whether a row holds the column names. */
  readonly isHeader: (row: CutRow) => boolean;
}

const HEAD_BYTES = 256 * 1024;
const ZIP = 'PK\u0003\u0004';
const OLD_EXCEL = '\u00d0\u00cf\u0011\u00e0';
const UTF16 = ['\u00ff\u00fe', '\u00fe\u00ff'];

/**
 * The rows of a CSV, TSV, XLSX or XML file, told apart by their first bytes. Throws UnreadableFile, at once or on the way, for
 * what is no such file; file system errors come as they are.
 */
export async function openRows(path: string, shape: RowsShape): Promise<AsyncGenerator<CutRow>> {
  const head = await headOf(path, HEAD_BYTES);
  const mark = Buffer.from(head.subarray(0, 4)).toString('latin1');
  if (mark === OLD_EXCEL) {
    const told = '旧版 Excel（.xls）或加密的工作簿，无法读取：请另存为不加密的 .xlsx 或 CSV 后重新投放';
    throw new UnreadableFile(path, 'is a workbook of the old format (.xls) or an encrypted one: save it as .xlsx or CSV', told);
  }
  if (UTF16.includes(mark.slice(0, 2))) {
    throw new UnreadableFile(path, 'is UTF-16 text: save it as CSV in UTF-8', 'UTF-16 文本，无法读取：请另存为 UTF-8 的 CSV');
  }
  const found = formatOf(head, mark);
  if (found === 'html') {
    const told = '网页表格（常被存成 .xls），无法读取：请在 Excel 中打开后另存为 .xlsx';
    throw new UnreadableFile(path, 'is a web page, often saved as .xls: save it as .xlsx', told);
  }
  if (shape.format !== 'auto' && shape.format !== found) {
    throw new UnreadableFile(path, `is no ${shape.format} file`, `不是 ${shape.format} 文件`);
  }
  return cut(path, found, head, shape);
}

function cut(path: string, format: TableFormat, head: Uint8Array, shape: RowsShape): AsyncGenerator<CutRow> {
  if (format === 'xlsx') return cutXlsx(path, shape.sheets, shape.isHeader);
  // a byte order mark says more than a setting
  const asked = shape.charset === 'auto' || bomLength(head) > 0 ? sniffCharset(head) : shape.charset;
  if (format === 'xml') return cutXml(path, shape.charset === 'auto' ? (declaredCharset(head) ?? asked) : asked);
  const delimiter = shape.delimiter === 'auto' ? sniffDelimiter(head) : shape.delimiter;
  return cutCsv(path, { charset: asked, delimiter, start: bomLength(head), isHeader: shape.isHeader });
}

function formatOf(head: Uint8Array, mark: string): TableFormat | 'html' {
  if (mark === ZIP) return 'xlsx';
  const text = Buffer.from(head.subarray(bomLength(head), 1024))
    .toString('latin1')
    .trimStart();
  if (/^<(!doctype html|html|table|meta|head)\b/i.test(text)) return 'html';
  return /^<[?!a-z_]/i.test(text) || /^<[\u0080-\u00ff]/.test(text) ? 'xml' : 'csv';
}

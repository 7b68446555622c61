import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import { plainText } from '../formats/field-reader.js';
import { fieldOf } from '../formats/parse-json.js';
import type { Fields } from '../formats/parse-json.js';
import { ColumnNames } from '../formats/rows/header-words.js';
import type { ListShape } from '../formats/rows/list-rows.js';
import type { FileDropSettings } from './config.js';

/** Columns a file must have, wherever they stand in it. */
const REQUIRED = ['服务单号', '提交时间', '更新时间', '诉求内容', '状态'] as const;

/** How the platform writes times: to the minute; now and then a clerk's spreadsheet adds seconds or loses the time of day. */
export const FILE_TIMES = ['yyyy/M/d H:mm', 'yyyy/M/d H:mm:ss', 'yyyy/M/d', 'yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm'] as const;

function idOf(row: Fields): ExternalId | undefined {
  const id = plainText(fieldOf(row, '服务单号'))?.trim() ?? '';
  return id === '' ? undefined : as<ExternalId>(id);
}

/** The platform's own list: its header is always the same, and every row is a record. */
export const listShape = ({ charset, delimiter, endMarker }: FileDropSettings): ListShape => ({
  charset,
  delimiter,
  endMarker,
  names: new ColumnNames(Object.fromEntries(REQUIRED.map((name) => [name, []]))),
  required: REQUIRED,
  ignoredSheets: [],
  isNoRecord: () => false,
  idOf,
});

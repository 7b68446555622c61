import { plainText } from '../field-reader.js';
import type { Fields } from '../parse-json.js';

const SUMS = /^(合计|总计|小计|填表人|填报人|制表人?|审核人?|填报单位|负责人签字|备注|注)\s*([::].*)?$/;

/** Whether a row, by column name, is blank or one of those that end a list: a sum, a signature, a remark. */
export function endsList(row: Fields): boolean {
  const filled = Object.values(row)
    .map((cell) => plainText(cell)?.normalize('NFKC').trim() ?? '')
    .filter((cell) => cell !== '');
  return filled.length === 0 || (filled.length <= 4 && SUMS.test(filled[0]));
}

import { createHash } from 'node:crypto';
import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import { plainText } from '../formats/field-reader.js';
import { fieldOf } from '../formats/parse-json.js';
import type { Fields } from '../formats/parse-json.js';
import { formatInstant, parseInstant } from '../formats/parse-instant.js';
import { LIST_TIMES } from '../formats/vocabulary.js';

/** A `编号` of so few digits counts rows, and starts anew in every list. */
const ROW_NUMBER = /^\d{1,4}$/;

/**
 * The id of a row, the same in whatever file and place it comes: its own number; or the list's number and the row's number in
 * it; or who said what, where and on which day. A list without numbers whose wording is changed is a new record.
 */
export function visitId(row: Fields, zone: string): ExternalId | undefined {
  const text = (name: string): string => (plainText(fieldOf(row, name)) ?? '').normalize('NFKC').replace(/\s/g, '');
  const own = text('诉求编号');
  const isRowNumber = ROW_NUMBER.test(own);
  if (own !== '' && !isRowNumber) return as<ExternalId>(own);
  const [list, number] = [text('清单编号'), text('序号') || own];
  if (list !== '' && number !== '') return as<ExternalId>(`${list}-${number}`);
  const said = text('诉求内容');
  if (said === '') return undefined;
  const who = text('姓名') || text('电话');
  const where = text('地址') || text('社区');
  const facts = JSON.stringify([who, where, said, dayOf(fieldOf(row, '走访时间'), zone)]);
  return as<ExternalId>(`visit-${createHash('sha256').update(facts).digest('hex').slice(0, 24)}`);
}

/** The day however a spreadsheet keeps it; unreadable times as they stand. */
function dayOf(value: unknown, zone: string): string {
  const read = parseInstant(value, { zone, formats: LIST_TIMES });
  return read.kind === 'instant' ? formatInstant(read.at, 'yyyy-MM-dd', zone) : String(plainText(value) ?? '').trim();
}

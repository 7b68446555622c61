import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import { plainText } from './field-reader.js';
import type { ListedItem } from './time-walk.js';
import { canonicalJson, fieldOf, isFields } from './parse-json.js';
import { parseInstant } from './parse-instant.js';
import type { TimeHabit } from './parse-instant.js';
import { unreadableRecord } from './unreadable-record.js';

/** One entry of a JSON list as a record, or as a piece without a name when its id is missing. */
export function listedJson(
  value: unknown,
  names: { readonly id: string; readonly changedAt: string },
  times: TimeHabit,
): ListedItem {
  const bytes = canonicalJson(value);
  if (!isFields(value)) {
    return { changedAt: undefined, entry: { unreadable: unreadableRecord(bytes, [{ field: '', message: '不是一条记录' }]) } };
  }
  const read = parseInstant(fieldOf(value, names.changedAt), times);
  const changedAt = read.kind === 'instant' ? read.at : undefined;
  const id = plainText(fieldOf(value, names.id))?.trim() ?? '';
  if (id === '') {
    return { changedAt, entry: { unreadable: unreadableRecord(bytes, [{ field: names.id, message: '缺少编号' }]) } };
  }
  return { changedAt, entry: { record: { externalId: as<ExternalId>(id), bytes } } };
}

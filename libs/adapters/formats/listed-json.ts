import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import type { UnreadableRecord } from '#domain/ports/platform-adapter.js';
import { plainText } from './field-reader.js';
import type { ListedItem } from './listed-page.js';
import { canonicalJson, fieldOf, isFields } from './parse-json.js';
import type { Fields } from './parse-json.js';
import { parseInstant } from './parse-instant.js';
import type { TimeHabit } from './parse-instant.js';
import { unreadableRecord } from './unreadable-record.js';

interface EntryNames {
  readonly id: string;
  readonly changedAt: string;
}

/** One entry of a JSON list as a record, or as a piece without a name when its id is missing. */
export function listedJson(value: unknown, names: EntryNames, times: TimeHabit): ListedItem {
  const bytes = bytesOf(value);
  if (!bytes) return { changedAt: undefined, entry: { unreadable: tooDeep(value) } };
  return listedFields(isFields(value) ? value : undefined, bytes, names, times);
}

/** The same for an entry of any format, by its fields and its own bytes. */
export function listedFields(fields: Fields | undefined, bytes: Uint8Array, names: EntryNames, times: TimeHabit): ListedItem {
  if (!fields) {
    return { changedAt: undefined, entry: { unreadable: unreadableRecord(bytes, [{ field: '', message: '不是一条记录' }]) } };
  }
  const read = parseInstant(fieldOf(fields, names.changedAt), times);
  const changedAt = read.kind === 'instant' ? read.at : undefined;
  const id = plainText(fieldOf(fields, names.id))?.trim() ?? '';
  if (id === '') {
    return { changedAt, entry: { unreadable: unreadableRecord(bytes, [{ field: names.id, message: '缺少编号' }]) } };
  }
  return { changedAt, entry: { record: { externalId: as<ExternalId>(id), bytes } } };
}

/** The record's bytes; nothing when it is nested deeper than anything can be written down again. */
function bytesOf(value: unknown): Uint8Array | undefined {
  try {
    return canonicalJson(value);
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

/** A record that is an attack or a defect, kept without what is nested in it. */
function tooDeep(value: unknown): UnreadableRecord {
  const deep = isFields(value)
    ? Object.keys(value).filter((name) => typeof value[name] === 'object' && !bytesOf(value[name]))
    : [];
  const rest = isFields(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => !deep.includes(name))) : null;
  return unreadableRecord(canonicalJson(rest), [{ field: deep[0] ?? '', message: '嵌套过深' }]);
}

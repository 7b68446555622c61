import { plainText } from '../formats/field-reader.js';
import { listedFields, listedJson } from '../formats/listed-json.js';
import type { ListedItem } from '../formats/listed-page.js';
import { fieldOf } from '../formats/parse-json.js';
import { parseInstant } from '../formats/parse-instant.js';
import { unreadableRecord } from '../formats/unreadable-record.js';
import type { Format } from './config.js';
import { fieldsOf, xmlBytes } from './georeport-body.js';
import { OPEN311_TIMES } from './times.js';

/** Which of a request's two times the city is asked by. */
export type AskedBy = 'requested' | 'updated';

/** One entry of the city's list; `changedAt` is the time the city was asked by. */
export interface ListedRequest extends ListedItem {
  /** When it last changed; when it was made, where the city tells no change. */
  readonly updatedAt: Date | undefined;
  /** The city has taken it and not numbered it yet. */
  readonly hasOnlyToken: boolean;
}

const ID = 'service_request_id';
const REQUESTED = { id: ID, changedAt: 'requested_datetime' };

/** A city that has not numbered a request yet gives a token instead; the piece says so to whoever wonders. */
const withToken = (bytes: Uint8Array): ListedItem['entry'] => ({
  unreadable: unreadableRecord(bytes, [{ field: ID, message: '平台尚未编号，只给了受理凭证（token）' }]),
});

/** An entry as a record, or as a piece without a name. */
export function listedRequest(entry: unknown, how: { format: Format; zone: string; by: AskedBy }): ListedRequest {
  const times = { zone: how.zone, formats: OPEN311_TIMES };
  const fields = fieldsOf(entry, how.format);
  const listed =
    how.format === 'json' ? listedJson(entry, REQUESTED, times) : listedFields(fields, xmlBytes(entry), REQUESTED, times);
  const change = parseInstant(fields && fieldOf(fields, 'updated_datetime'), times);
  const updatedAt = change.kind === 'instant' ? change.at : listed.changedAt;
  const both = { changedAt: how.by === 'updated' ? updatedAt : listed.changedAt, updatedAt };
  const token = plainText(fields && fieldOf(fields, 'token'))?.trim() ?? '';
  if ('record' in listed.entry || token === '') return { ...both, entry: listed.entry, hasOnlyToken: false };
  return { ...both, entry: withToken(listed.entry.unreadable.bytes), hasOnlyToken: true };
}

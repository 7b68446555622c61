import type { MappedRecord } from '#domain/ports/platform-adapter.js';
import type { Place, ReportDraft, Reporter } from '#domain/report/report.js';
import { decodeText } from './decode-text.js';
import { FieldReader } from './field-reader.js';
import { isFields, parseJson } from './parse-json.js';
import type { Fields } from './parse-json.js';
import type { TimeHabit } from './parse-instant.js';

/** What identifies a record and its version. */
export type Identity = Pick<ReportDraft, 'externalId' | 'sourceUpdatedAt'>;

/** How one platform reads its records. */
export interface RecordReading<I extends Identity = Identity> {
  readonly identity: (reader: FieldReader) => I;
  /** Whether the platform has taken the record back. */
  readonly withdrawn: (reader: FieldReader) => boolean;
  readonly report: (reader: FieldReader, identity: I) => ReportDraft;
}

/** A record that is JSON in UTF-8, as fields. */
export function jsonFields(bytes: Uint8Array): Fields | undefined {
  const text = decodeText(bytes, 'utf-8');
  const read = text === undefined ? undefined : parseJson(text);
  return read && isFields(read.value) ? read.value : undefined;
}

/**
 * Reads a record's fields; whatever is wrong with them ends in one rejection that names every fault. A record taken back
 * only has to say which one it is and when: platforms wipe the rest.
 */
export function readRecord<I extends Identity>(
  fields: Fields | undefined,
  times: TimeHabit,
  reading: RecordReading<I>,
): MappedRecord {
  if (!fields) return { kind: 'rejected', faults: [{ field: '', message: '无法解析为一条记录' }] };
  const reader = new FieldReader(fields, times);
  const identity = reading.identity(reader);
  if (reading.withdrawn(reader) && reader.faults.length === 0) {
    return { kind: 'withdrawal', externalId: identity.externalId, at: identity.sourceUpdatedAt };
  }
  const draft = reading.report(reader, identity);
  return reader.faults.length > 0 ? { kind: 'rejected', faults: reader.faults } : { kind: 'report', draft };
}

/** The object without what is not there, so that a draft has no empty fields. */
export function present<T extends object>(fields: T): T {
  const there: Partial<T> = {};
  for (const name in fields) if (fields[name] !== undefined) there[name] = fields[name];
  return there as T;
}

/** A reporter, or nothing when neither name nor phone is known. */
export function reporterOf(name: string | undefined, phone: string | undefined): Reporter | undefined {
  return name === undefined && phone === undefined ? undefined : present({ name, phone });
}

/** The city's 15 digits of a grid, without a platform's check digit behind them. */
export const gridCodeOf = (code: string | undefined): Place['gridCode'] =>
  code !== undefined && /^\d{16}$/.test(code) ? code.slice(0, 15) : code;

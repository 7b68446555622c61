/** One record's fields as they travel. */
export type WireRecord = Readonly<Record<string, unknown>>;

/** A change of one record on its way; undefined takes it out. */
export type Edit = (record: WireRecord) => WireRecord | undefined;

/** How records lie in bytes, so that the contract can change them on their way. */
export interface Wire {
  /** Edits every record of an answer, a file or a pushed body, in order; bytes that list none come back as they were. */
  inPage(bytes: Uint8Array, edit: Edit): Uint8Array;
  /** The page with its records in the opposite order. */
  reversed(bytes: Uint8Array): Uint8Array;
  /** Edits one record as an adapter hands it out. */
  inRecord(bytes: Uint8Array, edit: Edit): Uint8Array;
  /** The page made dangerous in the manner of its format: entities that multiply, nesting without end, an archive of zeros. */
  bomb(page: Uint8Array): Uint8Array;
}

/** The value of a field; `a.b` is a field of an object inside. */
export function valueAt(record: WireRecord, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), record);
}

/** The record with one field changed; undefined as the value takes the field out. */
export function withValue(record: WireRecord, path: string, value: unknown): WireRecord {
  const [name, ...rest] = path.split('.');
  if (rest.length > 0) {
    const inner = record[name];
    return { ...record, [name]: withValue(isRecord(inner) ? inner : {}, rest.join('.'), value) };
  }
  const { [name]: _old, ...others } = record;
  return value === undefined ? others : { ...record, [name]: value };
}

/** Whether a value is an object with fields. */
export const isRecord = (value: unknown): value is WireRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

import type { Edit, Wire, WireRecord } from './wire.js';
import { isRecord, valueAt, withValue } from './wire.js';

const MARK = '@@nested@@';
/** Deeper than any recursion survives. */
const DEPTH = 200_000;

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

const written = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

/** JSON whose records are the list under a path (`data.list`; empty: the document itself is the list). */
export function jsonWire(path: string): Wire {
  const through = (bytes: Uint8Array, change: (list: readonly unknown[]) => readonly unknown[]): Uint8Array => {
    const document = parsed(bytes);
    if (path === '') return Array.isArray(document) ? written(change(document)) : bytes;
    const list = isRecord(document) ? valueAt(document, path) : undefined;
    return isRecord(document) && Array.isArray(list) ? written(withValue(document, path, change(list))) : bytes;
  };
  return {
    inPage: (bytes, edit) =>
      through(bytes, (list) => list.map((item) => editItem(item, edit)).filter((item) => item !== undefined)),
    reversed: (bytes) => through(bytes, (list) => list.toReversed()),
    inRecord: editJsonRecord,
    bomb(page) {
      const marked = Buffer.from(this.inPage(page, (record) => ({ ...record, nested: MARK }))).toString('utf8');
      return Buffer.from(marked.replace(JSON.stringify(MARK), '['.repeat(DEPTH) + ']'.repeat(DEPTH)));
    },
  };
}

const editItem = (item: unknown, edit: Edit): unknown => (isRecord(item) ? edit(item) : item);

/** Edits a record whose bytes are one JSON object. */
export function editJsonRecord(bytes: Uint8Array, edit: Edit): Uint8Array {
  const record = parsed(bytes);
  if (!isRecord(record)) throw new Error(`the record is no JSON object: ${Buffer.from(bytes).toString('utf8').slice(0, 80)}`);
  return written(edit(record) ?? ({} satisfies WireRecord));
}

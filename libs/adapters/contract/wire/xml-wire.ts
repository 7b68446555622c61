import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import type { Edit, Wire, WireRecord } from './wire.js';
import { isRecord, valueAt, withValue } from './wire.js';

const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, trimValues: false, htmlEntities: true });
const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: false });

const read = (bytes: Uint8Array | string): WireRecord | undefined => {
  try {
    const document: unknown = parser.parse(Buffer.from(bytes as Uint8Array).toString('utf8'));
    return isRecord(document) ? document : undefined;
  } catch {
    return undefined;
  }
};

const listOf = (value: unknown): readonly unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/**
 * XML whose records are the elements under a path (`cases.case`). With `inside`, the path to a text of the outer document
 * that is a document itself, as old web services like it.
 */
export function xmlWire(list: string, root: string, inside?: string): Wire {
  const within = (document: WireRecord, change: (items: readonly unknown[]) => readonly unknown[]): WireRecord | undefined => {
    const items = valueAt(document, list);
    return items === undefined ? undefined : withValue(document, list, change(listOf(items)));
  };
  const through = (bytes: Uint8Array, change: (items: readonly unknown[]) => readonly unknown[]): Uint8Array => {
    const outer = read(bytes);
    if (!outer) return bytes;
    if (inside === undefined) {
      const changed = within(outer, change);
      return changed ? Buffer.from(builder.build(changed)) : bytes;
    }
    const text = valueAt(outer, inside);
    const inner = typeof text === 'string' ? read(text) : undefined;
    const changed = inner && within(inner, change);
    return changed ? Buffer.from(builder.build(withValue(outer, inside, builder.build(changed)))) : bytes;
  };
  return {
    inPage: (bytes, edit) =>
      through(bytes, (items) => items.map((item) => (isRecord(item) ? edit(item) : item)).filter((item) => item !== undefined)),
    reversed: (bytes) => through(bytes, (items) => items.toReversed()),
    inRecord: (bytes, edit) => editXmlRecord(bytes, root, edit),
    bomb: (page) => Buffer.from(withEntities(Buffer.from(page).toString('utf8'))),
  };
}

/** Ten entities, each ten times the one before, and the last one in the first text of the document. */
function withEntities(text: string): string {
  const names = Array.from({ length: 10 }, (_, n) => `lol${n}`);
  const entities = names.map((name, n) => `<!ENTITY ${name} "${n === 0 ? 'lol' : `&${names[n - 1]};`.repeat(10)}">`);
  const [declaration = ''] = /^<\?xml[^>]*\?>/.exec(text) ?? [];
  const rest = text.slice(declaration.length).replace(/>([^<>]+)</, '>&lol9;<');
  return `${declaration}<!DOCTYPE lolz [${entities.join('')}]>${rest}`;
}

function editXmlRecord(bytes: Uint8Array, root: string, edit: Edit): Uint8Array {
  const record = read(bytes)?.[root];
  if (!isRecord(record)) throw new Error(`the record is no <${root}>: ${Buffer.from(bytes).toString('utf8').slice(0, 80)}`);
  return Buffer.from(builder.build({ [root]: edit(record) ?? {} }));
}

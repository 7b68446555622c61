import { decodeText } from '../formats/decode-text.js';
import { fieldOf, isFields, parseJson } from '../formats/parse-json.js';
import type { Fields } from '../formats/parse-json.js';
import { buildXml, parseXml } from '../formats/parse-xml.js';
import type { Format } from './config.js';
import { elementValue } from './element-value.js';

/** What a list is called in XML: its document, by the names cities give it, and its entries. */
export interface ListName {
  readonly roots: readonly string[];
  readonly entry: string;
}

export const REQUESTS: ListName = { roots: ['service_requests'], entry: 'request' };
export const SERVICES: ListName = { roots: ['services'], entry: 'service' };
export const UPDATES: ListName = { roots: ['service_requests_updates', 'service_request_updates'], entry: 'request_update' };
export const ERRORS: ListName = { roots: ['errors'], entry: 'error' };

const listOf = (value: unknown): readonly unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

function xmlEntries(text: string, { roots, entry }: ListName): readonly unknown[] | undefined {
  const document = parseXml(text) ?? {};
  const list = roots.map((root) => fieldOf(document, root)).find((found) => found !== undefined);
  if (typeof list === 'string') return list.trim() === '' ? [] : undefined;
  return isFields(list) ? listOf(fieldOf(list, entry)) : undefined;
}

function jsonEntries(text: string, { roots }: ListName): readonly unknown[] | undefined {
  const value = parseJson(text)?.value;
  const list = isFields(value) ? roots.map((root) => fieldOf(value, root)).find(Array.isArray) : value;
  return Array.isArray(list) ? list : undefined;
}

/** Entries of a list as the city wrote them; undefined when the body is no such list. */
export const entriesOf = (text: string, format: Format, name: ListName): readonly unknown[] | undefined =>
  format === 'xml' ? xmlEntries(text, name) : jsonEntries(text, name);

/** An entry's own fields, whichever format it came in; undefined when it has none. */
export function fieldsOf(entry: unknown, format: Format): Fields | undefined {
  const value = format === 'xml' ? elementValue(entry) : entry;
  return isFields(value) ? value : undefined;
}

/** An XML entry by itself, without its list; the same entry always as the same bytes. */
export const xmlBytes = (entry: unknown): Uint8Array => Buffer.from(buildXml({ [REQUESTS.entry]: entry }), 'utf8');

/** A request's fields from its own bytes, in the format they are in: the setting may have changed since they were pulled. */
export function requestFields(bytes: Uint8Array): Fields | undefined {
  const text = decodeText(bytes, 'utf-8');
  if (text === undefined) return undefined;
  if (!text.trimStart().startsWith('<')) return fieldsOf(parseJson(text)?.value, 'json');
  return fieldsOf(fieldOf(parseXml(text) ?? {}, REQUESTS.entry), 'xml');
}

import { XMLBuilder } from 'fast-xml-parser';
import type { Format } from './call.js';

/** An answer in the words of GeoReport: lists and objects; an absent value is null. */
export interface Open311Document {
  /** Name of the outermost element; JSON has none. */
  readonly root: string;
  readonly content: unknown;
}

/** What the elements of a list are called in XML. */
const ITEMS: Readonly<Record<string, string>> = {
  services: 'service',
  service_requests: 'request',
  service_request_updates: 'request_update',
  errors: 'error',
  attributes: 'attribute',
  values: 'value',
  endpoints: 'endpoint',
  formats: 'format',
};

/** Characters that XML 1.0 cannot carry, lone surrogates among them, and carriage returns, which it would change. */
const UNSPEAKABLE = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const builder = new XMLBuilder({ ignoreAttributes: false, format: false });

/** A document as the body of an answer, with its content type. Both formats carry the same characters. */
export function render({ root, content }: Open311Document, format: Format): { readonly type: string; readonly body: string } {
  const legible = clean(content);
  if (format === 'json') return { type: 'application/json; charset=utf-8', body: JSON.stringify(legible) };
  const xml = builder.build({ '?xml': { '@_version': '1.0', '@_encoding': 'utf-8' }, [root]: elements(root, legible) });
  return { type: 'text/xml; charset=utf-8', body: xml };
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\r\n', '\n').replace(UNSPEAKABLE, '');
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, clean(inner)]));
}

function elements(name: string, value: unknown): unknown {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.length === 0 ? '' : { [ITEMS[name]]: value.map((item) => elements('', item)) };
  if (typeof value !== 'object') return String(value);
  return Object.fromEntries(Object.entries(value).map(([inner, content]) => [inner, elements(inner, content)]));
}

import type { FastifyReply } from 'fastify';
import { XMLBuilder } from 'fast-xml-parser';
import type { GeoReportError } from './open311-options.js';

export type Fields = Readonly<Record<string, unknown>>;

const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });

/** Null is an empty element, and a list of notes is `<notes><note/></notes>`. */
function asElements(value: unknown): unknown {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(asElements);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asElements(inner)]));
}

/** A GeoReport list in the format of the address; XML has a document element and one element an entry. */
export function sendList(
  reply: FastifyReply,
  format: string,
  names: readonly [root: string, entry: string],
  entries: readonly Fields[],
): FastifyReply {
  if (format === 'json') return reply.type('application/json; charset=utf-8').send(JSON.stringify(entries));
  const [root, entry] = names;
  const xml = builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'utf-8' },
    [root]: { [entry]: entries.map(asElements) },
  });
  return reply.type('text/xml; charset=utf-8').send(xml);
}

/** The standard's list of errors. */
export const sendError = (reply: FastifyReply, format: string, { code, description }: GeoReportError): FastifyReply =>
  sendList(reply.code(code), format, ['errors', 'error'], [{ code, description }]);

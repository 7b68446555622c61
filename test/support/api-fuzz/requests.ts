import fc from 'fast-check';
import { hostileText } from './hostile.js';
import type { InputSchema, SchemaValues } from './schema-values.js';

export interface FuzzedOperation {
  readonly path: string;
  readonly method: string;
  readonly operationId: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: InputSchema;
  }[];
  readonly body?: InputSchema;
  readonly takesBytes: boolean;
}

export interface FuzzedRequest {
  readonly operation: FuzzedOperation;
  readonly url: string;
  readonly credentials: 'own' | 'none' | 'wrong';
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string;
}

/** Requests to one operation, with what it wants in every state of repair. */
export function requestsTo(operation: FuzzedOperation, values: SchemaValues): fc.Arbitrary<FuzzedRequest> {
  const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
  const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query');
  const path = fc.record(
    Object.fromEntries(inPath.map(({ name, schema }) => [name, segment(values, schema, name, operation.path)])),
  );
  const query = fc.record(Object.fromEntries(inQuery.map(({ name, schema }) => [name, values.sent(schema, name)])), {
    requiredKeys: inQuery.filter(({ required }) => required).map(({ name }) => name),
  });
  const inHeader = operation.parameters.filter((parameter) => parameter.in === 'header');
  const header = fc.record(
    Object.fromEntries(inHeader.map(({ name }) => [name, fc.constantFrom('"1"', '"9"', '1', '*', 'W/"1"', 'x, y', '-1')])),
    { requiredKeys: [] },
  );
  const stray = fc.option(fc.tuple(hostileText(), hostileText()), { freq: 12 });
  return fc
    .record({
      path,
      query,
      stray,
      header,
      payload: payloadOf(operation, values),
      credentials: credentials(operation),
      language: fc.constantFrom('zh-CN', 'en', ''),
    })
    .map(({ path: named, header: told, query: asked, stray: extra, payload, credentials: shown, language }) => ({
      operation,
      url: addressOf(operation.path, named, [...pairsOf(asked), ...(extra ? [extra] : [])]),
      credentials: shown,
      headers: { ...told, 'accept-language': language, ...(payload && { 'content-type': payload.type }) },
      payload: payload?.text,
    }));
}

/** A part of an address; an empty one, `.` and `..` would be another address. */
const segment = (values: SchemaValues, schema: InputSchema, name: string, path: string): fc.Arbitrary<string> =>
  fc
    .oneof(
      { weight: 5, arbitrary: values.valid(schema, `${path} ${name}`) },
      { weight: 3, arbitrary: values.valid(schema, name) },
      { weight: 1, arbitrary: hostileText() },
    )
    .map((value) => String(value))
    .filter((text) => !/^\.{0,2}$/.test(text) && encoded(text).length < 2_000);

function payloadOf(
  { body, takesBytes }: FuzzedOperation,
  values: SchemaValues,
): fc.Arbitrary<{ type: string; text: string } | null> {
  if (!body && !takesBytes) return fc.constant(null);
  const json = values.sent(body ?? {}, '').map((value) => ({ type: 'application/json', text: JSON.stringify(value) }));
  const other = fc
    .tuple(
      fc.constantFrom('application/json', 'text/plain', 'application/xml', 'x/y', 'multipart/form-data; boundary=b'),
      hostileText(),
    )
    .map(([type, text]) => ({ type, text }));
  return fc.oneof({ weight: 14, arbitrary: json }, { weight: 1, arbitrary: other }, { weight: 1, arbitrary: fc.constant(null) });
}

/** Whoever ends the session is nobody, or the rest of the run would be nobody, too. */
const credentials = ({ path, method }: FuzzedOperation): fc.Arbitrary<FuzzedRequest['credentials']> =>
  /session|password/.test(path) && method !== 'get'
    ? fc.constantFrom('none', 'wrong')
    : fc.oneof(
        { weight: 20, arbitrary: fc.constant('own' as const) },
        { weight: 1, arbitrary: fc.constantFrom('none', 'wrong') },
      );

const pairsOf = (query: Record<string, unknown>): [string, string][] =>
  Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, Array.isArray(value) ? value.map(written).join(',') : written(value)]);

const written = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

function addressOf(path: string, named: Record<string, string>, pairs: readonly [string, string][]): string {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(named[name]));
  const query = pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
  return query === '' ? address : `${address}?${query}`;
}

/** Percent-encoded, halves of surrogate pairs as the bytes they come to. */
const encoded = (text: string): string => encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'));

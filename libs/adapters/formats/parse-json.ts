/** A JSON object's fields, as received. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object (no array, no null). */
export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text as JSON, or undefined when it is none. */
export function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** A field's value; never one that every object inherits. */
export const fieldOf = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined);

/** The same record always gives the same bytes: its own fields in the order received, without white space. */
export const canonicalJson = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value) ?? 'null', 'utf8');

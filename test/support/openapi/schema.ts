/** JSON Schema as OpenAPI 3.1 takes it. */
export interface Schema {
  [keyword: string]: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
}

/** Schemas that have a name, for `#/components/schemas`. */
export class NamedSchemas {
  private readonly byName = new Map<string, Schema>();
  private readonly names = new Map<unknown, string>();

  /** A reference to the schema of `source`, drawn the first time; two sources of one name are told apart by a number. */
  refer(source: unknown, wish: string, draw: () => Schema): Schema {
    let name = this.names.get(source);
    if (name === undefined) {
      name = this.free(wish);
      this.names.set(source, name);
      // Taken before it is drawn: a type may contain itself.
      this.byName.set(name, {});
      this.byName.set(name, draw());
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  all(): Record<string, Schema> {
    return Object.fromEntries([...this.byName].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  private free(wish: string): string {
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? wish : `${wish}${number}`;
      if (!this.byName.has(name)) return name;
    }
  }
}

/** Any part of an OpenAPI document that is no schema. */
export type Part = Readonly<Record<string, unknown>>;

/** What stands once stands plainly; a text and null are one schema of two types. */
export function oneOf(schemas: readonly Schema[]): Schema {
  const byText = new Map(schemas.map((schema) => [JSON.stringify(schema), schema]));
  // The compiler's order of a union's parts changes with code elsewhere.
  const different = [...byText].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)).map(([, schema]) => schema);
  if (different.length === 1) return different[0];
  const isPlain = different.every((schema) => typeof schema.type === 'string' && Object.keys(schema).length === 1);
  return isPlain ? { type: different.map(({ type }) => type) } : { anyOf: different };
}

const NULL = '{"type":"null"}';
const rank = (text: string): number => (text === NULL ? 1 : 0);

import fc from 'fast-check';
import { hostileValue } from './hostile.js';

/** JSON Schema as far as the document's inputs use it. */
export interface InputSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly items?: InputSchema;
  readonly anyOf?: readonly InputSchema[];
  readonly properties?: Readonly<Record<string, InputSchema>>;
  readonly required?: readonly string[];
}

/** Draws values that a schema allows, that it nearly allows, and others; ids that exist are drawn for the fields that name one. */
export class SchemaValues {
  constructor(
    private readonly named: Readonly<Record<string, InputSchema>>,
    private readonly known: Readonly<Record<string, readonly string[]>>,
  ) {}

  /** What a sender would send, often; what it nearly would, sometimes; anything, now and then. */
  sent(schema: InputSchema, field: string): fc.Arbitrary<unknown> {
    return fc.oneof(
      { weight: 6, arbitrary: this.valid(schema, field) },
      { weight: 2, arbitrary: this.nearly(schema, field) },
      { weight: 1, arbitrary: hostileValue() },
    );
  }

  valid(schema: InputSchema, field: string): fc.Arbitrary<unknown> {
    const { $ref, anyOf, enum: values, type } = schema;
    if ($ref !== undefined) return this.valid(this.named[$ref.split('/').at(-1) ?? ''] ?? {}, field);
    if (anyOf) return fc.oneof(...anyOf.map((one) => this.valid(one, field)));
    if (values) return fc.constantFrom(...values);
    if (Array.isArray(type)) return fc.oneof(...type.map((one: string) => this.valid({ ...schema, type: one }, field)));
    if (type === 'object') return this.object(schema);
    if (type === 'array')
      return fc.array(this.valid(schema.items ?? {}, field), { minLength: schema.minItems ?? 0, maxLength: 4 });
    return this.plain(schema, field);
  }

  private plain(schema: InputSchema, field: string): fc.Arbitrary<unknown> {
    const { type, minimum = -1000, maximum = 1000 } = schema;
    if (type === 'integer')
      return fc.integer({ min: Math.ceil(minimum), max: Math.max(Math.floor(maximum), Math.ceil(minimum)) });
    if (type === 'number') return fc.double({ min: minimum, max: maximum, noNaN: true });
    if (type === 'boolean') return fc.boolean();
    if (type === 'null') return fc.constant(null);
    return type === 'string' ? this.text(schema, field) : fc.jsonValue({ maxDepth: 2 });
  }

  private text({ format, pattern, minLength = 0, maxLength = 200 }: InputSchema, field: string): fc.Arbitrary<string> {
    const own = this.known[field] ?? [];
    const free =
      this.free(format, pattern) ??
      fc.string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) });
    return own.length === 0 ? free : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...own) }, { weight: 1, arbitrary: free });
  }

  private free(format: string | undefined, pattern: string | undefined): fc.Arbitrary<string> | undefined {
    if (format === 'date-time')
      return fc
        .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString());
    if (format === 'uuid') return fc.uuid();
    if (format === 'uri') return fc.webUrl();
    return pattern === undefined ? undefined : fc.stringMatching(new RegExp(pattern));
  }

  private object({ properties = {}, required = [] }: InputSchema): fc.Arbitrary<Record<string, unknown>> {
    const fields = Object.entries(properties).map(([name, schema]): [string, fc.Arbitrary<unknown>] => [
      name,
      this.valid(schema, name),
    ]);
    return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
  }

  /** One thing wrong: a field missing, of another kind, or one too many. */
  private nearly(schema: InputSchema, field: string): fc.Arbitrary<unknown> {
    const whole = this.valid(schema, field);
    return fc.tuple(whole, hostileValue(), fc.nat(30), fc.nat(2)).map(([value, wrong, at, kind]) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return kind === 0 ? [value] : wrong;
      const names = Object.keys(value);
      const name = kind === 2 || names.length === 0 ? `extra${at}` : names[at % names.length];
      const { [name]: _taken, ...rest } = value as Record<string, unknown>;
      return kind === 0 ? rest : { ...rest, [name]: wrong };
    });
  }
}

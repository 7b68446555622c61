import type { Type } from '@nestjs/common';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import type { NamedSchemas, Schema } from './schema.js';
import type { Sources } from './sources.js';

const PLACE = '#/components/schemas/';
const PLAIN_TYPES: readonly unknown[] = [String, Number, Boolean, Array, Object, undefined];

/** Whether a handler's parameter is a class of ours whose fields are checked. */
export const isChecked = (type: Type | undefined): type is Type => !PLAIN_TYPES.includes(type);

/** What the validators of a class demand, as JSON Schema with the docstrings of its fields. */
export class InputSchemas {
  constructor(
    private readonly sources: Sources,
    private readonly named: NamedSchemas,
  ) {}

  refer(type: Type): Schema {
    return this.named.refer(type, type.name, () => this.of(type));
  }

  of(type: Type): Schema {
    const drawn = targetConstructorToSchema(type, {
      classTransformerMetadataStorage: defaultMetadataStorage as never,
      refPointerPrefix: PLACE,
      additionalConverters: CONVERTERS as never,
    }) as Schema;
    const [fields, defaults, nested] = [this.sources.fieldsOf(type.name), defaultsOf(type), nestedOf(type)];
    const properties = Object.entries(drawn.properties ?? {}).map(([name, schema]): [string, Schema] => {
      const { doc = '', isNullable = false } = fields.get(name) ?? {};
      const inner = nested.get(name);
      const whole = inner ? this.withNested(schema, inner) : schema;
      const typed = isNullable && typeof whole.type === 'string' ? { ...whole, type: [whole.type, 'null'] } : whole;
      return [name, { ...(doc !== '' && { description: doc }), ...typed, ...(name in defaults && { default: defaults[name] }) }];
    });
    const required = (drawn.required ?? []).filter((name) => !(name in defaults));
    return {
      type: 'object',
      properties: Object.fromEntries(properties),
      ...(required.length > 0 && { required }),
      additionalProperties: false,
    };
  }

  private withNested(schema: Schema, inner: Type): Schema {
    const reference = this.refer(inner);
    return schema.type === 'array' ? { ...schema, items: reference } : reference;
  }
}

/** Checks of our own, and what the library's names leave open. */
const CONVERTERS = {
  customValidation: { type: 'string' },
  isRFC3339: { type: 'string', format: 'date-time' },
  // An address may name a host without a dot, which `format: url` of the library does not say either.
  isUrl: { type: 'string', format: 'uri' },
  isUuid: { type: 'string', format: 'uuid' },
};

function defaultsOf(type: Type): Record<string, unknown> {
  return Object.fromEntries(Object.entries(new type() as object).filter(([, value]) => value !== undefined));
}

function nestedOf(type: Type): Map<string, Type> {
  const found = new Map<string, Type>();
  const fields = Object.keys((targetConstructorToSchema(type) as Schema).properties ?? {});
  for (const field of fields) {
    const nested = defaultMetadataStorage.findTypeMetadata(type, field)?.typeFunction?.() as Type | undefined;
    if (isChecked(nested) && nested !== (Date as never)) found.set(field, nested);
  }
  return found;
}

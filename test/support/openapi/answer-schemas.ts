import ts from 'typescript';
import type { NamedSchemas, Schema } from './schema.js';
import { oneOf } from './schema.js';
import type { Sources } from './sources.js';

/** TypeScript's types as JSON Schema of what JSON.stringify makes of their values. */
export class AnswerSchemas {
  private readonly checker: ts.TypeChecker;

  constructor(
    private readonly sources: Sources,
    private readonly named: NamedSchemas,
  ) {
    this.checker = sources.checker;
  }

  /** `undefined` for what JSON leaves out. */
  of(type: ts.Type): Schema | undefined {
    return this.plain(type) ?? this.composed(type);
  }

  private plain(type: ts.Type): Schema | undefined {
    if (type.isStringLiteral()) return { type: 'string', enum: [type.value] };
    if (type.isNumberLiteral()) return { type: 'number', enum: [type.value] };
    const found = PLAIN.find(([flags]) => type.flags & flags);
    if (!found) return undefined;
    return found[0] === ts.TypeFlags.BooleanLiteral
      ? { type: 'boolean', enum: [this.checker.typeToString(type) === 'true'] }
      : { ...found[1] };
  }

  private composed(type: ts.Type): Schema | undefined {
    if (type.flags & NOTHING) return undefined;
    const name = nameOf(type);
    const draw = (): Schema => this.drawn(type) ?? {};
    if (name === undefined || isBrand(type)) return this.drawn(type);
    const doc = this.sources.textOf((type.aliasSymbol ?? type.symbol) as ts.Symbol);
    return this.named.refer(type, name, () => (doc === '' ? draw() : { description: doc, ...draw() }));
  }

  private drawn(type: ts.Type): Schema | undefined {
    if (type.isUnion()) return this.union(type);
    if (isBrand(type)) return this.of((type as ts.IntersectionType).types.find((part) => part.flags & PRIMITIVE) as ts.Type);
    if (type.flags & ts.TypeFlags.TypeParameter)
      return this.of(this.checker.getBaseConstraintOfType(type) ?? this.checker.getAnyType());
    return this.known(type) ?? this.object(type);
  }

  private union({ types }: ts.UnionType): Schema | undefined {
    const texts = types
      .filter((type) => type.isStringLiteral())
      .map(({ value }) => value)
      .sort();
    const isBoth = types.filter(({ flags }) => flags & ts.TypeFlags.BooleanLiteral).length === 2;
    const rest = types.filter((type) => !type.isStringLiteral() && !(isBoth && type.flags & ts.TypeFlags.BooleanLiteral));
    const schemas = rest.map((type) => this.of(type)).filter((schema) => schema !== undefined);
    if (texts.length > 0) schemas.unshift({ type: 'string', enum: texts });
    if (isBoth) schemas.push({ type: 'boolean' });
    return schemas.length === 0 ? undefined : oneOf(schemas);
  }

  /** Lists, instants and whatever else JSON writes in its own way. */
  private known(type: ts.Type): Schema | undefined {
    const name = type.symbol?.name;
    if (name === 'Date') return { type: 'string', format: 'date-time' };
    if (this.checker.isTupleType(type)) {
      const items = this.checker.getTypeArguments(type as ts.TypeReference).map((item) => this.of(item) ?? { type: 'null' });
      return { type: 'array', items: items.length === 0 ? {} : oneOf(items) };
    }
    if (this.checker.isArrayType(type)) {
      return { type: 'array', items: this.of(this.checker.getTypeArguments(type as ts.TypeReference)[0]) ?? {} };
    }
    return type.getCallSignatures().length > 0 ? {} : undefined;
  }

  private object(type: ts.Type): Schema {
    const fields = this.checker
      .getPropertiesOfType(type)
      .filter(({ name, flags }) => !name.startsWith('__@') && !(flags & ts.SymbolFlags.Method))
      .map((field) => ({ field, schema: this.field(field) }))
      .filter(({ schema }) => schema !== undefined);
    const index = this.checker.getIndexTypeOfType(type, ts.IndexKind.String);
    const required = fields.filter(({ field }) => this.isAlwaysThere(field)).map(({ field }) => field.name);
    return {
      type: 'object',
      ...(fields.length > 0 && {
        properties: Object.fromEntries(fields.map(({ field, schema }) => [field.name, schema as Schema])),
      }),
      ...(required.length > 0 && { required }),
      ...(index && { additionalProperties: this.of(index) ?? {} }),
    };
  }

  private field(field: ts.Symbol): Schema | undefined {
    const schema = this.of(this.checker.getTypeOfSymbol(field));
    const doc = this.sources.textOf(field);
    return schema && doc !== '' ? { description: doc, ...schema } : schema;
  }

  private isAlwaysThere(field: ts.Symbol): boolean {
    const type = this.checker.getTypeOfSymbol(field);
    const parts = type.isUnion() ? type.types : [type];
    return !(field.flags & ts.SymbolFlags.Optional) && !parts.some(({ flags }) => flags & (NOTHING | ANYTHING));
  }
}

const { TypeFlags } = ts;
const ANYTHING = TypeFlags.Any | TypeFlags.Unknown;
const NOTHING = TypeFlags.Undefined | TypeFlags.Void | TypeFlags.Never | TypeFlags.ESSymbolLike;
const PRIMITIVE = TypeFlags.StringLike | TypeFlags.NumberLike;
const PLAIN: readonly (readonly [number, Schema])[] = [
  [ANYTHING, {}],
  [TypeFlags.BooleanLiteral, {}],
  [TypeFlags.Null, { type: 'null' }],
  [TypeFlags.String | TypeFlags.TemplateLiteral, { type: 'string' }],
  [TypeFlags.Number, { type: 'number' }],
];

/** A text or number that carries the name of what it names. */
const isBrand = (type: ts.Type): boolean => type.isIntersection() && type.types.some(({ flags }) => flags & PRIMITIVE);

/** The name the project's own code gives a type; none for those of packages and those that take others. */
function nameOf(type: ts.Type): string | undefined {
  const symbol = type.aliasSymbol ?? (type.isClassOrInterface() ? type.symbol : undefined);
  const declared = symbol?.declarations?.[0]?.getSourceFile();
  const takesOthers = (type.aliasTypeArguments ?? (type as ts.TypeReference).typeArguments ?? []).length > 0;
  return !symbol || !declared || declared.fileName.includes('/node_modules/') || takesOthers ? undefined : symbol.name;
}

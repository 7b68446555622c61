/** Reads one field of a message, or throws MisshapenField with the path to it. */
export type Field<Value> = (value: unknown, path: string) => Value;
export type Shape = Readonly<Record<string, Field<unknown>>>;
export type Shaped<Fields extends Shape> = { readonly [Name in keyof Fields]: ReturnType<Fields[Name]> };

/** A field that is not what its type says. */
export class MisshapenField extends Error {
  override readonly name = 'MisshapenField';
}

export const text: Field<string> = (value, path) => {
  if (typeof value !== 'string') throw new MisshapenField(`${path} is no text`);
  return value;
};

export const number: Field<number> = (value, path) => {
  if (typeof value !== 'number') throw new MisshapenField(`${path} is no number`);
  return value;
};

/** Words of today; a hub of tomorrow may know more, and its messages must still be readable. */
export const word =
  <Known extends string>(..._known: readonly Known[]): Field<Known | (string & {})> =>
  (value, path) =>
    text(value, path);

export const optional =
  <Value>(field: Field<Value>): Field<Value | undefined> =>
  (value, path) =>
    value === undefined || value === null ? undefined : field(value, path);

export const listOf =
  <Value>(field: Field<Value>): Field<readonly Value[]> =>
  (value, path) => {
    if (!Array.isArray(value)) throw new MisshapenField(`${path} is no list`);
    return value.map((item, index) => field(item, `${path}[${index}]`));
  };

export const recordOf =
  <Value>(field: Field<Value>): Field<Readonly<Record<string, Value>>> =>
  (value, path) =>
    Object.fromEntries(Object.entries(fieldsOf(value, path)).map(([name, item]) => [name, field(item, `${path}.${name}`)]));

/** Fields beyond the shape stay as they came. */
export const object =
  <Fields extends Shape>(shape: Fields): Field<Shaped<Fields>> =>
  (value, path) => {
    const given = fieldsOf(value, path);
    const read = Object.entries(shape).map(([name, field]) => [name, field(given[name], `${path}.${name}`)] as const);
    const present = read.filter(([, item]) => item !== undefined);
    return { ...given, ...Object.fromEntries(present) } as Shaped<Fields>;
  };

function fieldsOf(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new MisshapenField(`${path} is no object`);
  return value as Readonly<Record<string, unknown>>;
}

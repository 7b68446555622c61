import type { Schema } from './document.js';
import { escaped } from './escaped.js';

/** A schema in one line: a link to a named one, or what it is made of. */
export function shapeOf(schema: Schema): string {
  const { $ref, type, format, enum: values, items, anyOf } = schema;
  if ($ref !== undefined) return linkTo($ref);
  if (anyOf) return anyOf.map(shapeOf).join(' or ');
  if (values) return values.map((value) => `<code>${escaped(String(value))}</code>`).join(' ');
  if (type === 'array') return `list of ${shapeOf(items ?? {})}`;
  const plain = Array.isArray(type) ? type.join(' or ') : String(type ?? 'anything');
  return escaped(format === undefined ? plain : `${plain} (${format})`);
}

/** A row for every field of an object, or of the objects that a list is made of. */
export function fieldRows(schema: Schema): string {
  const { properties, required = [] } = schema.type === 'array' ? (schema.items ?? {}) : schema;
  if (!properties) return '';
  const rows = Object.entries(properties).map(
    ([name, field]) =>
      `<tr><td><code>${escaped(name)}</code>${required.includes(name) ? ' *' : ''}</td><td>${shapeOf(field)}${fieldRows(field)}</td><td>${escaped(field.description ?? '')}</td></tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}

function linkTo(reference: string): string {
  const name = reference.split('/').at(-1) ?? '';
  return `<a href="#${escaped(name)}">${escaped(name)}</a>`;
}

import { isFields } from '../formats/parse-json.js';

/**
 * What an element says, without what only XML writes: attributes (`type="integer"`, `nil="true"`) and the white space
 * between its children. An element with nothing but attributes is empty text.
 */
export function elementValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(elementValue);
  if (!isFields(value)) return value;
  const children = Object.entries(value).filter(([name]) => !name.startsWith('@_') && name !== '#text');
  if (children.length === 0) return value['#text'] ?? '';
  return Object.fromEntries(children.map(([name, child]) => [name, elementValue(child)]));
}

import { jsonFields } from '../formats/read-record.js';
import { cellsOf } from './mapper.js';
import type { TableMapping } from './table-mapping.js';

/** Who handled a row of a list of past cases, as far as the row says it. */
export interface Handler {
  readonly id?: string;
  readonly name?: string;
  readonly channel?: string;
}

/** Reads what `handledBy` of the mapping names; never a fault, since most lists say less. */
export function readHandler(bytes: Uint8Array, { handledBy, nulls }: TableMapping): Handler {
  const fields = jsonFields(bytes);
  if (!fields || !handledBy) return {};
  const cellOf = cellsOf(fields, nulls);
  const at = (column: string | undefined): string | undefined => (column === undefined ? undefined : cellOf(column)?.trim());
  return { id: at(handledBy.id), name: at(handledBy.name), channel: at(handledBy.channel) };
}

import type { Fault } from '#domain/ports/platform-adapter.js';
import { hasMore } from './cut-row.js';
import type { CutRow } from './cut-row.js';

/** Why a row does not fit its header; empty when it does. */
export function shapeFaults({ cells, fault }: CutRow, columns: readonly string[]): Fault[] {
  if (fault !== undefined) return [{ field: '', message: fault }];
  if (cells.length < columns.length || hasMore(cells, columns.length)) {
    return [{ field: '', message: `应有 ${columns.length} 列，实为 ${cells.length} 列` }];
  }
  return columns.flatMap((field, at) => (cells[at] === undefined ? [{ field, message: '字符编码有误' }] : []));
}

/** A row's cells by column name; a nameless column is left out, the second of two equal names gets a number. */
export function namedCells({ cells }: CutRow, columns: readonly string[]): Readonly<Record<string, string | undefined>> {
  const named = new Map<string, string | undefined>();
  for (const [at, column] of columns.entries()) {
    if (column === '') continue;
    let name = column;
    for (let n = 2; named.has(name); n++) name = `${column}(${n})`;
    named.set(name, cells[at]);
  }
  return Object.fromEntries(named);
}

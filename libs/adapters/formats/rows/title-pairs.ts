import type { CutRow } from './cut-row.js';
import type { ColumnNames } from './header-words.js';

const PAIR = /([^\s:,;，；]+?)\s*:\s*([^\s:,;，；]+)/g;

/** What the rows above a header say (`走访社区：云水社区`), as far as their labels could be columns. */
export function titlePairs(rows: readonly CutRow[], names: ColumnNames): Readonly<Record<string, string>> {
  const texts = new Set(rows.flatMap(({ cells }) => cells.map((cell) => (cell ?? '').normalize('NFKC'))));
  const pairs = [...texts].flatMap((text) => [...text.matchAll(PAIR)].map(([, label, value]) => [label, value] as const));
  return Object.fromEntries([...pairs, ...neighbours(rows)].filter(([label]) => names.meaningOf(label) !== undefined));
}

/** A label in one cell and what it says in the next. */
function neighbours(rows: readonly CutRow[]): (readonly [string, string])[] {
  return rows.flatMap(({ cells }) => {
    const filled = cells.map((cell) => (cell ?? '').normalize('NFKC').trim()).filter((cell, at, all) => cell !== all[at - 1]);
    return filled.flatMap((label, at) => {
      const value = filled[at + 1] ?? '';
      return /:$/.test(label) && value !== '' && !value.includes(':') ? [[label.slice(0, -1).trim(), value] as const] : [];
    });
  });
}

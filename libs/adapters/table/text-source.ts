import type { TableColumns, TextSource } from './table-mapping.js';

/** A cell by column name; undefined when it is empty or means nothing. */
export type CellOf = (column: string) => string | undefined;

const NAMED = /\{([^{}]+)\}/g;
const JOINT = ' ';

const isTemplate = (source: string): boolean => source.search(NAMED) >= 0;

/** The columns that a source reads. */
function columnsOf(source: TextSource): readonly string[] {
  if (typeof source !== 'string') return source;
  return isTemplate(source) ? [...source.matchAll(NAMED)].map(([, column]) => column) : [source];
}

/** Every column that a mapping reads, once; a file must have them all. */
export const neededColumns = (columns: TableColumns): readonly string[] => [
  ...new Set(Object.values(columns).flatMap((source: TextSource | undefined) => (source === undefined ? [] : columnsOf(source)))),
];

/** What a source says of one row; undefined when none of its columns says anything. */
export function readText(source: TextSource | undefined, cellOf: CellOf): string | undefined {
  if (source === undefined) return undefined;
  const cells = columnsOf(source).map(cellOf);
  if (cells.every((cell) => cell === undefined)) return undefined;
  if (typeof source === 'string' && isTemplate(source))
    return source.replace(NAMED, (_whole, column: string) => cellOf(column) ?? '');
  return cells.filter((cell) => cell !== undefined).join(JOINT);
}

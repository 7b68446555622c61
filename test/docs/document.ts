import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#config/project-root.js';

/** Text of a document, by its path in the project. */
export const readDocument = (path: string): string => readFileSync(join(projectRoot(), path), 'utf8');

/** Rows of the first table whose head begins with these columns; code marks and escapes taken off the cells. */
export function readTable(document: string, ...head: readonly string[]): string[][] {
  const lines = document.split('\n').map(cellsOf);
  const start = lines.findIndex((cells) => head.every((name, at) => cells[at] === name));
  if (start < 0) throw new Error(`no table begins with the columns ${head.join(', ')}`);
  const rows = lines.slice(start + 2);
  const end = rows.findIndex((cells) => cells.length === 0);
  return end < 0 ? rows : rows.slice(0, end);
}

function cellsOf(line: string): string[] {
  if (!line.startsWith('|')) return [];
  const cells = line.split(/(?<!\\)\|/).slice(1, -1);
  return cells.map((cell) => cell.trim().replaceAll('`', '').replaceAll('\\|', '|'));
}

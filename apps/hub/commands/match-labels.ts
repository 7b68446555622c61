import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { OperatorError } from '#domain/errors.js';
import { as, type ExternalId } from '#domain/ids.js';

/** Reads `message_id,case`: which true case each labelled report belongs to. */
export function readTruth(path: string): Map<ExternalId, string> {
  return new Map(rowsOf(path, ['message_id', 'case']).map(([id, matter]) => [as<ExternalId>(id), matter]));
}

/** Reads `message_a,message_b,label` and returns the pairs labelled `unsure`, both ways round. */
export function readUndecided(path: string): Set<string> {
  const unsure = rowsOf(path, ['message_a', 'message_b', 'label']).filter(([, , label]) => label === 'unsure');
  return new Set(unsure.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
}

function rowsOf(path: string, columns: readonly string[]): string[][] {
  try {
    const rows = parse(readFileSync(path), { columns: true, bom: true, trim: true, skip_empty_lines: true }) as Record<
      string,
      string
    >[];
    const missing = columns.filter((column) => rows.length > 0 && !(column in rows[0]));
    if (missing.length > 0) throw new Error(`it lacks the columns ${missing.join(', ')}`);
    return rows.map((row) => columns.map((column) => row[column]));
  } catch (thrown) {
    throw new OperatorError('IMPORT_FILE_UNREADABLE', `${path} cannot be used as labels: ${(thrown as Error).message}`);
  }
}

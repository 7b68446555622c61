import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { OperatorError } from '#domain/errors.js';
import type { LabelledLetter } from '#domain/routing/learned-topics/classify-letters.js';
import type { Letter } from '#domain/routing/learned-topics/topic-text.js';

/** A letter with the id it has in its file. */
export interface FiledLetter extends Letter {
  readonly id: string;
}

type Row = Readonly<Record<string, string>>;

/** Reads id,subject,body; a topic that stands there is left alone. Throws an OperatorError that says what is wrong with the file. */
export function readLetters(path: string): FiledLetter[] {
  return rowsOf(path, ['id', 'subject', 'body']).map(toLetter);
}

/** Reads id,subject,body,topic; every row needs its topic, and there must be two topics to tell apart. */
export function readLabelled(path: string): (FiledLetter & LabelledLetter)[] {
  const rows = rowsOf(path, ['id', 'subject', 'body', 'topic']);
  const bare = rows.findIndex(({ topic }) => topic.trim() === '');
  if (bare >= 0) throw unreadable(path, `its letter ${rows[bare].id} (number ${bare + 1}) has no topic`);
  const letters = rows.map((row) => ({ ...toLetter(row), topic: row.topic.trim() }));
  if (new Set(letters.map(({ topic }) => topic)).size < 2) throw unreadable(path, 'there are not two topics to tell apart');
  return letters;
}

const toLetter = ({ id, subject, body }: Row): FiledLetter => ({ id, subject, body });

function rowsOf(path: string, columns: readonly string[]): Row[] {
  let rows: string[][];
  try {
    rows = parse(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)), { bom: true, skip_empty_lines: true });
  } catch (thrown) {
    throw unreadable(path, (thrown as Error).message);
  }
  const [header, ...letters] = rows;
  const missing = columns.filter((column) => !(header ?? []).includes(column));
  if (missing.length > 0) throw unreadable(path, `it lacks the columns ${missing.join(', ')}`);
  return letters.map((cells) => Object.fromEntries(header.map((column, index) => [column, cells[index]])));
}

const unreadable = (path: string, why: string): OperatorError =>
  new OperatorError('IMPORT_FILE_UNREADABLE', `${path} cannot be read as letters: ${why}`);

import { fieldOf } from '../parse-json.js';
import type { Fields } from '../parse-json.js';

/** The names a column may have in the field, by the name we read it under. */
export type HeaderWords = Readonly<Record<string, readonly string[]>>;

/** A header as people write it → what it says: blanks, width, stars and remarks in brackets do not count. */
const bare = (header: string): string =>
  header
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, '')
    .replace(/[\s*:]/g, '')
    .toLowerCase();

/** A longer text is no header: rows of whole complaints are asked too. */
const MOST_CHARACTERS = 60;

/** Knows a kind of list by the names of its columns, wherever they stand and whatever lies above them. */
export class ColumnNames {
  private readonly meanings = new Map<string, string>();

  /** `more` are a city's own words; they win over the usual ones. */
  constructor(words: HeaderWords, more: HeaderWords = {}) {
    const entries = [
      ...Object.entries(more),
      ...Object.entries(words).map(([meaning, headers]) => [meaning, [meaning, ...headers]] as const),
    ];
    for (const [meaning, headers] of entries) {
      for (const header of headers) if (!this.meanings.has(bare(header))) this.meanings.set(bare(header), meaning);
    }
  }

  /** What a header means; undefined for one nobody knows. */
  meaningOf(header: string): string | undefined {
    if (header.length > MOST_CHARACTERS) return undefined;
    return this.meanings.get(bare(header));
  }

  /** What all known headers of a row mean. */
  meaningsIn(cells: readonly (string | undefined)[]): ReadonlySet<string> {
    return new Set(cells.map((cell) => this.meaningOf(cell ?? '')).filter((meaning) => meaning !== undefined));
  }

  /** The header that says this in a row; our own name when none does. */
  headerOf(row: Fields, meaning: string): string {
    return Object.keys(row).find((name) => this.meaningOf(name) === meaning) ?? meaning;
  }

  /** A row by its own headers → by our names; the first column that says anything wins. Unknown ones keep their names. */
  read(row: Fields): Fields {
    const read: Record<string, unknown> = {};
    for (const name of Object.keys(row)) {
      const meaning = this.meaningOf(name) ?? name;
      const known = read[meaning];
      if (known === undefined || known === '') read[meaning] = fieldOf(row, name);
    }
    return read;
  }
}

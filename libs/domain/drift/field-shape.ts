/** What a value of a raw record is. Platforms write null and '' for a value of any type: that is `empty`. */
export type FieldType = 'empty' | 'text' | 'number' | 'boolean' | 'object' | 'list';

/** One field of one record: where it stands (`a.b`, elements of a list `a[]`), what it is, and its look without its content. */
export interface SeenField {
  readonly path: string;
  readonly type: FieldType;
  readonly example: string;
}

/** The record itself; its samples count how often the platform was looked at. */
export const ROOT = '';

const MOST_FIELDS = 300;
const LONGEST_PATH = 120;
const LONGEST_EXAMPLE = 40;
const DEEPEST = 8;

/** The fields of a raw record; a huge or deep one only as far as it helps. */
export function shapeOf(record: Readonly<Record<string, unknown>>): SeenField[] {
  const seen = new Map<string, SeenField>();
  const walk = (value: unknown, path: string, depth: number): void => {
    const type = typeOf(value);
    if (seen.size >= MOST_FIELDS || path.length > LONGEST_PATH) return;
    const known = seen.get(`${path} ${type}`);
    if (!known) seen.set(`${path} ${type}`, { path, type, example: maskedExample(value, type) });
    if (depth >= DEEPEST) return;
    if (Array.isArray(value)) for (const element of value.slice(0, 20)) walk(element, `${path}[]`, depth + 1);
    else if (type === 'object')
      for (const [name, inner] of Object.entries(value as object)) walk(inner, join(path, name), depth + 1);
  };
  walk(record, ROOT, 0);
  return [...seen.values()];
}

/** Names made of numbers are ids and not names, and may be a citizen's phone. */
const join = (path: string, name: string): string => (path === ROOT ? '' : `${path}.`) + name.replace(/\d{4,}/g, '#');

function typeOf(value: unknown): FieldType {
  if (value === null || value === undefined || value === '') return 'empty';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' || typeof value === 'boolean' ? (typeof value as 'number' | 'boolean') : 'object';
}

/** Digits as 9, letters as a or A, everything else that is written as 字: a date still looks like one, nobody is named. */
function maskedExample(value: unknown, type: FieldType): string {
  if (type === 'empty') return '';
  if (type === 'object') return '{…}';
  if (type === 'list') return `[${(value as readonly unknown[]).length}]`;
  if (type === 'boolean') return String(value);
  const text = String(value).slice(0, LONGEST_EXAMPLE);
  const masked = text.replace(/\p{L}|\p{N}/gu, maskedLetter);
  return type === 'text' ? JSON.stringify(masked) : masked;
}

const maskedLetter = (letter: string): string =>
  /\p{N}/u.test(letter) ? '9' : /[a-z]/.test(letter) ? 'a' : /[A-Z]/.test(letter) ? 'A' : '字';

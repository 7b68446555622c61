import { DateTime } from 'luxon';
import type { TokenParser } from 'luxon';
import { EXCEL_SERIAL, readSerial } from './excel-serial.js';
import { RememberedZone } from './remembered-zone.js';

/** How a platform writes its times. */
export interface TimeHabit {
  /** Zone of a time that names none. */
  readonly zone: string;
  /** luxon formats tried in turn, or `iso`, `epoch-ms` for a number of milliseconds, `excel-serial` for days since 1899-12-30. */
  readonly formats: readonly string[];
}

/** A time as a platform gave it: an instant, nothing, or something nobody can read. */
export type ReadInstant =
  { readonly kind: 'instant'; readonly at: Date } | { readonly kind: 'blank' } | { readonly kind: 'unreadable' };

/** What platforms write when they mean nothing; `0001-01-01` is the null of a .NET date. */
const isBlank = (text: string): boolean => text === '' || text === '-' || text === 'null' || text.startsWith('0001-01-01');

const EARLIEST = DateTime.utc(1990).toMillis();
const LATEST = DateTime.utc(2100).toMillis();
const LARGEST_EPOCH = 8.64e15;

const parsers = new Map<string, TokenParser>();

/** luxon's parser of a format, made once: making it costs as much as using it. */
function parserOf(format: string): TokenParser {
  const parser = parsers.get(format) ?? DateTime.buildFormatParser(format);
  parsers.set(format, parser);
  return parser;
}

function readFormat(value: string | number, format: string, zone: string): DateTime | undefined {
  if (format === 'epoch-ms') {
    return typeof value === 'number' || /^\d{10,15}$/.test(value) ? DateTime.fromMillis(Math.trunc(Number(value))) : undefined;
  }
  if (format === EXCEL_SERIAL) return readSerial(String(value), zone);
  if (typeof value === 'number') return undefined;
  const options = { zone: RememberedZone.of(zone) };
  return format === 'iso' ? DateTime.fromISO(value, options) : DateTime.fromFormatParser(value, parserOf(format), options);
}

/** A platform's time as an instant. Years before 1990 and after 2099 count as unreadable: they are typing errors or nulls. */
export function parseInstant(value: unknown, habit: TimeHabit): ReadInstant {
  if (value === null || value === undefined) return { kind: 'blank' };
  if (typeof value !== 'string' && typeof value !== 'number') return { kind: 'unreadable' };
  const text = typeof value === 'string' ? value.trim() : value;
  if (typeof text === 'string' && isBlank(text)) return { kind: 'blank' };
  if (typeof text === 'number' && !(Math.abs(text) < LARGEST_EPOCH)) return { kind: 'unreadable' };
  for (const format of habit.formats) {
    const read = readFormat(text, format, habit.zone);
    const millis = read?.isValid ? read.toMillis() : Number.NaN;
    if (millis >= EARLIEST && millis < LATEST) return { kind: 'instant', at: new Date(millis) };
  }
  return { kind: 'unreadable' };
}

/** An instant as a platform wants it, in its own zone. */
export const formatInstant = (at: Date, format: string, zone: string): string =>
  DateTime.fromJSDate(at, { zone }).toFormat(format);

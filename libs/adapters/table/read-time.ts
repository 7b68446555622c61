import { DateTime } from 'luxon';
import { parseInstant } from '../formats/parse-instant.js';
import type { ReadInstant } from '../formats/parse-instant.js';

/** The format of a spreadsheet's bare number: days since 1899-12-30, the time of day as the fraction. */
export const EXCEL_SERIAL = 'excel-serial';

const SERIAL = /^\d{1,6}(\.\d+)?$/;
const DAY_ZERO = DateTime.utc(1899, 12, 30);
const SECONDS_OF_A_DAY = 86_400;

/** A cell's time; the first format that makes sense of it wins. */
export function readTime(cell: string, formats: readonly string[], zone: string): ReadInstant {
  for (const format of formats) {
    const read = format === EXCEL_SERIAL ? readSerial(cell.trim(), zone) : parseInstant(cell, { zone, formats: [format] });
    if (read.kind !== 'unreadable') return read;
  }
  return { kind: 'unreadable' };
}

/** A serial number is wall time, and its binary fraction never quite hits the second that somebody typed. */
function readSerial(text: string, zone: string): ReadInstant {
  if (!SERIAL.test(text)) return { kind: 'unreadable' };
  const wall = DAY_ZERO.plus({ seconds: Math.round(Number(text) * SECONDS_OF_A_DAY) });
  const at = wall.setZone(zone, { keepLocalTime: true });
  return parseInstant(at.toMillis(), { zone, formats: ['epoch-ms'] });
}

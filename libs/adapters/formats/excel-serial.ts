import { DateTime } from 'luxon';

/** The format of a spreadsheet's bare number: days since 1899-12-30, the time of day as the fraction. */
export const EXCEL_SERIAL = 'excel-serial';

const SERIAL = /^\d{1,6}(\.\d+)?$/;
const DAY_ZERO = DateTime.utc(1899, 12, 30);
const SECONDS_OF_A_DAY = 86_400;

/** A serial number is wall time, and its binary fraction never quite hits the second that somebody typed. */
export function readSerial(text: string, zone: string): DateTime | undefined {
  if (!SERIAL.test(text)) return undefined;
  const wall = DAY_ZERO.plus({ seconds: Math.round(Number(text) * SECONDS_OF_A_DAY) });
  return wall.setZone(zone, { keepLocalTime: true });
}

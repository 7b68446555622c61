import { DateTime, FixedOffsetZone } from 'luxon';

/** China Standard Time, the same all year since 1992. */
const ZONE = FixedOffsetZone.instance(8 * 60);

/** An instant as a platform writes it, in local time. */
export const localText = (at: Date, format: string): string => DateTime.fromJSDate(at, { zone: ZONE }).toFormat(format);

/** An instant as ISO 8601 with the city's own offset. */
export const zonedText = (at: Date): string => DateTime.fromJSDate(at, { zone: ZONE }).toISO() ?? '';

/** What a client wrote as local time; undefined when it is none. */
export function readLocal(text: string, format: string): Date | undefined {
  const read = DateTime.fromFormat(text, format, { zone: ZONE });
  return read.isValid ? read.toJSDate() : undefined;
}

/** What a client wrote as ISO 8601, local when it names no zone. */
export function readIso(text: string): Date | undefined {
  const read = DateTime.fromISO(text, { zone: ZONE });
  return read.isValid ? read.toJSDate() : undefined;
}

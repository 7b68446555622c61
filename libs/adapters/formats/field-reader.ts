import type { Fault } from '#domain/ports/platform-adapter.js';
import type { Place } from '#domain/report/report.js';
import { fieldOf, isFields } from './parse-json.js';
import type { Fields } from './parse-json.js';
import { parseInstant } from './parse-instant.js';
import type { TimeHabit } from './parse-instant.js';
import { toWgs84 } from './to-wgs84.js';
import type { CoordinateSystem, ReadPoint } from './to-wgs84.js';

const NULLS: ReadonlySet<string> = new Set(['', '-', 'null', 'NULL']);

/** A value as text when it is text or a number; NUL goes, since no database keeps it. */
export function plainText(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' ? value.replaceAll('\u0000', '') : undefined;
}

/** Reads a record's fields one by one and remembers every fault, so that a person sees all of them at once. */
export class FieldReader {
  private readonly found: Fault[];

  constructor(
    private readonly fields: Fields,
    private readonly times: TimeHabit,
    private readonly path = '',
    faults: Fault[] = [],
  ) {
    this.found = faults;
  }

  get faults(): readonly Fault[] {
    return this.found;
  }

  /** The text as written, or undefined when the platform gave nothing. */
  text(name: string): string | undefined {
    const value = fieldOf(this.fields, name);
    if (value === null || value === undefined) return undefined;
    const text = plainText(value);
    if (text === undefined) this.fault(name, '不是文本');
    return text === undefined || NULLS.has(text.trim()) ? undefined : text;
  }

  requiredText(name: string): string {
    const before = this.found.length;
    const text = this.text(name);
    if (text === undefined && this.found.length === before) this.fault(name, '缺少必填内容');
    return text ?? '';
  }

  instant(name: string): Date | undefined {
    const value = fieldOf(this.fields, name);
    const read = parseInstant(value, this.times);
    if (read.kind === 'unreadable') this.fault(name, `时间无法识别：${(plainText(value) ?? '').slice(0, 40)}`);
    return read.kind === 'instant' ? read.at : undefined;
  }

  /** A time if there is one that can be read; whoever reads it for good tells the fault. */
  glance(name: string): Date | undefined {
    const read = parseInstant(fieldOf(this.fields, name), this.times);
    return read.kind === 'instant' ? read.at : undefined;
  }

  requiredInstant(name: string): Date {
    const before = this.found.length;
    const at = this.instant(name);
    if (!at && this.found.length === before) this.fault(name, '缺少时间');
    return at ?? new Date(0);
  }

  /** The point as WGS-84, of a system or by a way of reading it; empty when the platform does not know it. */
  point(
    longitude: string,
    latitude: string,
    system: CoordinateSystem | ((x: unknown, y: unknown) => ReadPoint),
  ): Pick<Place, 'longitude' | 'latitude'> {
    const [x, y] = [fieldOf(this.fields, longitude), fieldOf(this.fields, latitude)];
    const read = typeof system === 'function' ? system(x, y) : toWgs84(x, y, system);
    if (read.kind === 'unreadable') this.fault(`${longitude},${latitude}`, '坐标超出范围');
    return read.kind === 'point' ? { longitude: read.longitude, latitude: read.latitude } : {};
  }

  /** A reader of an object inside this one; undefined when there is none. Its faults are ours. */
  inner(name: string): FieldReader | undefined {
    const value = fieldOf(this.fields, name);
    if (value === null || value === undefined || value === '') return undefined;
    if (isFields(value)) return new FieldReader(value, this.times, `${this.path}${name}.`, this.found);
    this.fault(name, '不是对象');
    return undefined;
  }

  /** Whether a flag is set: true, 1, or one of these words. */
  flag(name: string, ...words: readonly string[]): boolean {
    const value = fieldOf(this.fields, name);
    return value === true || value === 1 || (typeof value === 'string' && words.includes(value.trim()));
  }

  /** Whether a list holds anything. */
  hasItems(name: string): boolean {
    const value = fieldOf(this.fields, name);
    return Array.isArray(value) && value.length > 0;
  }

  fault(field: string, message: string): void {
    this.found.push({ field: `${this.path}${field}`, message });
  }
}

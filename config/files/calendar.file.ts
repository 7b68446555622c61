import { IsInt, IsOptional, IsTimeZone, Matches, Max, Min } from 'class-validator';
import { chineseWorkCalendar } from '#domain/deadline/chinese-work-calendar.js';
import type { WorkCalendar } from '#domain/deadline/work-calendar.js';
import { IsWorkingHours } from './constraints.js';
import { readFile } from './read-file.js';
import type { YamlFile } from './yaml-file.js';

const IsDates = (): PropertyDecorator =>
  Matches(/^\d{4}-\d{2}-\d{2}$/u, { each: true, message: 'each of $property must be a date like 2026-12-31' });

class CalendarFile {
  @IsTimeZone()
  zone: string;

  @IsWorkingHours()
  hours: [string, string][];

  @IsInt()
  @Min(2004)
  @Max(2100)
  lastKnownYear: number;

  @IsOptional()
  @IsDates()
  extraHolidays: string[] = [];

  @IsOptional()
  @IsDates()
  extraWorkdays: string[] = [];
}

const minutes = (time: string): number => {
  const [hour, minute] = time.split(':').map(Number);
  return hour * 60 + minute;
};

/** Reads `calendar.yaml`. */
export function readCalendar(file: YamlFile): WorkCalendar {
  const content = readFile(file, CalendarFile);
  if (!content) return { zone: 'Asia/Shanghai', hours: [], isWorkday: () => false };
  return chineseWorkCalendar({ ...content, hours: content.hours.map(([from, to]) => [minutes(from), minutes(to)] as const) });
}

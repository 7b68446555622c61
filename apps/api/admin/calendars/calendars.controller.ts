import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { DateTime } from 'luxon';
import { Clock } from '#domain/ports/clock.js';
import { City } from '#pipeline/city.js';
import { Allow } from '../session/allow.js';
import { SessionGuard } from '../session/session.guard.js';

/** Which year; this one by default. */
export class CalendarQueryDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2004)
  @Max(2100)
  year?: number;
}

/** When the city works in a year. Days are local dates `yyyy-MM-dd`, hours local times `HH:mm`. */
export interface CalendarView {
  readonly zone: string;
  readonly year: number;
  /** From and to of each working interval of a working day. */
  readonly hours: readonly (readonly [string, string])[];
  readonly workdays: readonly string[];
  /** Mondays to Fridays that are free. */
  readonly holidays: readonly string[];
  /** Saturdays and Sundays that are worked (调休). */
  readonly makeUpDays: readonly string[];
}

const SATURDAY = 6;

/** 工作日历: what working days and hours limits are counted in. */
@Controller('api/v1/calendars')
@UseGuards(SessionGuard)
@Allow('reference.read')
export class CalendarsController {
  constructor(
    private readonly city: City,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@Query() query: CalendarQueryDto): CalendarView {
    const { zone, hours, isWorkday } = this.city.reference.calendar;
    const year = query.year ?? DateTime.fromJSDate(this.clock.now(), { zone }).year;
    const days = daysOf(year).map(({ date, weekday }) => ({ date, isWeekend: weekday >= SATURDAY, works: isWorkday(date) }));
    const dates = (wanted: (day: (typeof days)[number]) => boolean): string[] => days.filter(wanted).map(({ date }) => date);
    return {
      zone,
      year,
      hours: hours.map(([from, to]) => [timeOf(from), timeOf(to)] as const),
      workdays: dates(({ works }) => works),
      holidays: dates(({ works, isWeekend }) => !works && !isWeekend),
      makeUpDays: dates(({ works, isWeekend }) => works && isWeekend),
    };
  }
}

function daysOf(year: number): { readonly date: string; readonly weekday: number }[] {
  const first = DateTime.utc(year);
  return Array.from({ length: first.daysInYear }, (_day, index) => {
    const day = first.plus({ days: index });
    return { date: day.toFormat('yyyy-MM-dd'), weekday: day.weekday };
  });
}

const timeOf = (minutes: number): string => DateTime.utc(2000).plus({ minutes }).toFormat('HH:mm');

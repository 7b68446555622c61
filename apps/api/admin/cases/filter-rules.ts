import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsDate, IsIn, IsInt, IsOptional, IsString, Length, Max, MaxDate, Min, MinDate, NotContains } from 'class-validator'; // prettier-ignore
import { DateTime } from 'luxon';
import type { CaseFilter, FilterEntry } from '#storage/reading/case-filters.js';
import { CASE_FILTERS, FILTER_NAMES } from '#storage/reading/case-filters.js';

const MOST_VALUES = 50;
const MOST_CHARACTERS = 100;
const ZONE = 'Asia/Shanghai';
/** PostgreSQL keeps no such character in a text. */
const NUL = '\u0000';

const listOf = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.split(',') : value);
/** A day without a time begins at midnight in the city. */
const instantOf = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? DateTime.fromISO(value, { zone: ZONE }).toJSDate() : value;
const TRUTH: Readonly<Record<string, boolean>> = { true: true, false: false };
const truthOf = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? (TRUTH[value] ?? value) : value);

/** How each kind of filter is read from an address and checked. */
const RULES: Readonly<Record<FilterEntry['kind'], (entry: FilterEntry) => readonly PropertyDecorator[]>> = {
  words: (entry) => [
    Transform(listOf),
    IsArray(),
    ArrayMaxSize(MOST_VALUES),
    IsIn(entry.kind === 'words' ? entry.values : [], { each: true }),
  ],
  names: () => [
    Transform(listOf),
    IsArray(),
    ArrayMaxSize(MOST_VALUES),
    IsString({ each: true }),
    Length(1, MOST_CHARACTERS, { each: true }),
    NotContains(NUL, { each: true }),
  ],
  text: () => [IsString(), Length(1, MOST_CHARACTERS), NotContains(NUL)],
  flag: () => [Transform(truthOf), IsBoolean()],
  least: () => [Type(() => Number), IsInt(), Min(0), Max(1_000_000)],
  instant: () => [
    Transform(instantOf),
    IsDate(),
    MinDate(new Date('1990-01-01T00:00:00Z')),
    MaxDate(new Date('2200-01-01T00:00:00Z')),
  ],
};

/** Makes every filter of the table a checked field of a request. */
export function takesFilters(target: { readonly prototype: object }): void {
  for (const name of FILTER_NAMES) {
    const entry: FilterEntry = CASE_FILTERS[name];
    for (const decorate of [IsOptional(), ...RULES[entry.kind](entry)]) decorate(target.prototype, name);
  }
}

/** The filters of a checked request. */
export function filtersOf(request: object): CaseFilter {
  const given = request as Readonly<Record<string, unknown>>;
  return Object.fromEntries(FILTER_NAMES.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]));
}

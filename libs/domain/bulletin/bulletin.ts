import type { CityWeek } from '../deadline/city-weeks.js';
import type { Figures } from './figures.js';
import { FIGURES, NO_FIGURES } from './figures.js';
import type { Rates } from './rates.js';
import { RATES, ratesOf, toTenth } from './rates.js';

/**
 * By what a week is broken down. A case counts where it lies (street, grid), by the platform whose report opened it, and
 * with the department that did it or failed to; reports, and citizens' verdicts, by their own platform. Every figure of a
 * breakdown adds up to the total.
 */
export const BREAKDOWNS = ['departments', 'streets', 'grids', 'platforms'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** What one department, street, grid or platform has; `id` is null for what belongs to none of them. */
export interface CountedRow {
  readonly id: string | null;
  readonly figures: Figures;
}

/** One week as it was counted. Rows without any figure are left out. */
export interface CountedWeek extends Readonly<Record<Breakdown, readonly CountedRow[]>> {
  readonly total: Figures;
}

/** Figures and rates; `change` is what they have gained on the week before: counts, and rates in percentage points. */
export type BulletinLine = Figures & Rates & { readonly change: Figures & Rates };
export type BulletinRow = BulletinLine & { readonly id: string | null };

/** 周通报: a week beside the one before. */
export interface Bulletin extends Readonly<Record<Breakdown, readonly BulletinRow[]>> {
  /** The ISO week, and the one it is compared with. */
  readonly week: string;
  readonly previous: string;
  readonly from: Date;
  readonly before: Date;
  /** Up to when it was counted: the end of the week, or the instant of counting while the week lasts. */
  readonly until: Date;
  readonly total: BulletinLine;
}

/** A week with the one before, each with its name. */
export interface WeekPair {
  readonly week: CityWeek;
  readonly previous: CityWeek;
  readonly until: Date;
}

/** Draws a bulletin up: a row for everybody who has a figure in either week, the most received first. */
export function drawBulletin({ week, previous, until }: WeekPair, now: CountedWeek, then: CountedWeek): Bulletin {
  const rows = BREAKDOWNS.map((breakdown) => [breakdown, rowsOf(now[breakdown], then[breakdown])] as const);
  return {
    week: week.name,
    previous: previous.name,
    from: week.from,
    before: week.before,
    until,
    total: lineOf(now.total, then.total),
    ...(Object.fromEntries(rows) as Record<Breakdown, BulletinRow[]>),
  };
}

function rowsOf(now: readonly CountedRow[], then: readonly CountedRow[]): BulletinRow[] {
  const figuresNow = new Map(now.map(({ id, figures }) => [id, figures]));
  const figuresThen = new Map(then.map(({ id, figures }) => [id, figures]));
  const ids = [...new Set([...figuresNow.keys(), ...figuresThen.keys()])];
  const line = (id: string | null) => lineOf(figuresNow.get(id) ?? NO_FIGURES, figuresThen.get(id) ?? NO_FIGURES);
  return ids.map((id) => ({ id, ...line(id) })).sort(byReceived);
}

function lineOf(now: Figures, then: Figures): BulletinLine {
  const [rates, ratesThen] = [ratesOf(now), ratesOf(then)];
  const gained = FIGURES.map((figure) => [figure, now[figure] - then[figure]]);
  const points = RATES.map((rate) => [rate, pointsBetween(rates[rate], ratesThen[rate])]);
  return { ...now, ...rates, change: Object.fromEntries([...gained, ...points]) as Figures & Rates };
}

/** Of the rounded rates: who takes one printed figure from the other finds the same. */
const pointsBetween = (now: number | null, then: number | null): number | null =>
  now === null || then === null ? null : toTenth(now - then);

/** What belongs to nobody comes last. */
function byReceived(one: BulletinRow, other: BulletinRow): number {
  if (one.id === null || other.id === null) return Number(one.id === null) - Number(other.id === null);
  return other.received - one.received || (one.id < other.id ? -1 : 1);
}

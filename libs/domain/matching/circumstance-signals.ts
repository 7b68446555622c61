import { UNCLASSIFIED } from '../report/report.js';
import type { CategoryCode } from '../ids.js';
import { metresBetween } from './geo-distance.js';
import type { MatchSubject } from './match-subject.js';
import type { MatchingPolicy } from './matching-policy.js';
import type { ReportInHand } from './report-in-hand.js';
import { SAY } from './sentences.js';
import { AT } from './signal-at.js';
import type { Tally } from './tally.js';

const DAY = 86_400_000;
/** What is not classified may be of a slow sort: so many windows. */
const UNSORTED_PATIENCE = 3;
/** What another grid or street costs, where no coordinates say it better. */
const ELSEWHERE = -2;
/** What a grid counts that touches the other one. */
const TOUCHING = 0.2;

/** Whether both are classified. */
export const isSorted = (a: MatchSubject, b: MatchSubject): boolean => a.category !== UNCLASSIFIED && b.category !== UNCLASSIFIED;

/** What the fields say: where on the map, which grid and street, what category, when, who, on which platform. */
export function circumstanceSignals({ subject: a, policy }: ReportInHand, b: MatchSubject, tally: Tally): void {
  component(a, b, tally);
  const metres = metresBetween(a.place, b.place);
  if (metres === undefined) grid(a, b, policy, tally);
  else distance(metres, a, b, policy, tally);
  area(a, b, tally);
  if (isSorted(a, b)) category(a, b, policy, tally);
  else tally.add(AT.unsorted, 1, SAY.unsorted);
  time(a, b, policy, tally);
  if (a.reporterHash !== undefined && a.reporterHash === b.reporterHash) tally.add(AT.caller, 1, SAY.sameCaller);
  if (a.platform !== b.platform) tally.add(AT.platform, 1, SAY.otherPlatform);
}

function component(a: MatchSubject, b: MatchSubject, tally: Tally): void {
  const [mine, theirs] = [a.place.componentCode, b.place.componentCode];
  if (mine === undefined || theirs === undefined) return;
  if (mine === theirs) tally.add(AT.component, 1, SAY.sameComponent, mine);
  else tally.add(AT.component, -1, SAY.otherComponent, mine, theirs);
}

/** From 1 at the same spot through 0 at the category's scale to -2 at four times of it and beyond. */
function distance(metres: number, a: MatchSubject, b: MatchSubject, policy: MatchingPolicy, tally: Tally): void {
  const near = widerOf(policy.nearMetres, a.category, b.category);
  const ratio = metres / near;
  const part = ratio <= 1 ? 1 - ratio : Math.max(-2, ((1 - ratio) * 2) / 3);
  tally.add(AT.distance, part, SAY.distance, metres, near);
}

/** Speaks only where a coordinate is missing. */
function grid(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy, tally: Tally): void {
  const [mine, theirs] = [a.place.gridCode, b.place.gridCode];
  if (mine === undefined || theirs === undefined) return;
  if (mine === theirs) tally.add(AT.grid, 1, SAY.sameGrid, mine);
  else if (isListed(policy.neighbours, mine, theirs)) tally.add(AT.grid, TOUCHING, SAY.touchingGrids, mine, theirs);
  else tally.add(AT.grid, ELSEWHERE, SAY.otherGrid, mine, theirs);
}

function area(a: MatchSubject, b: MatchSubject, tally: Tally): void {
  const { street: s, community: c } = a.place;
  const { street: t, community: d } = b.place;
  if (c !== undefined && d !== undefined) {
    if (c === d) tally.add(AT.area, 1, SAY.sameCommunity, c);
    else tally.add(AT.area, -1, SAY.otherCommunity, c, d);
  } else if (s !== undefined && t !== undefined) {
    if (s === t) tally.add(AT.area, 0.5, SAY.sameStreet, s);
    else tally.add(AT.area, ELSEWHERE, SAY.otherStreet, s, t);
  }
}

function category({ category: a }: MatchSubject, { category: b }: MatchSubject, policy: MatchingPolicy, tally: Tally): void {
  if (a === b) tally.add(AT.category, 1, SAY.sameCategory, a);
  else if (isListed(policy.siblings, a, b)) tally.add(AT['category-sibling'], -1, SAY.siblingCategories, a, b);
  else tally.add(AT['category-other'], -1, SAY.otherCategory, a, b);
}

/** From 1 at the same moment to 0 at the end of the window; outside it counts against, up to two windows. */
function time(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy, tally: Tally): void {
  const days = Math.abs(a.reportedAt.getTime() - b.reportedAt.getTime()) / DAY;
  const window = isSorted(a, b)
    ? widerOf(policy.windowDays, a.category, b.category)
    : Math.max(windowOf(policy, a.category), windowOf(policy, b.category));
  const ratio = days / window;
  if (ratio <= 1) tally.add(AT.time, 1 - ratio, SAY.daysApart, days, window);
  else tally.add(AT['time-outside'], -Math.min(2, ratio - 1), SAY.daysApart, days, window);
}

/** Whether either of two names stands in the other's list. */
function isListed<K extends string>(lists: ReadonlyMap<K, readonly K[]> | undefined, a: K, b: K): boolean {
  return lists !== undefined && ((lists.get(a)?.includes(b) ?? false) || (lists.get(b)?.includes(a) ?? false));
}

function windowOf(policy: MatchingPolicy, code: CategoryCode): number {
  return scaleOf(policy.windowDays, code) * (code === UNCLASSIFIED ? UNSORTED_PATIENCE : 1);
}

/** The larger of two categories' values. */
function widerOf(values: ReadonlyMap<CategoryCode | 'default', number>, a: CategoryCode, b: CategoryCode): number {
  return a === b ? scaleOf(values, a) : Math.max(scaleOf(values, a), scaleOf(values, b));
}

/** The category's own value, else the default. */
function scaleOf(values: ReadonlyMap<CategoryCode | 'default', number>, code: CategoryCode): number {
  return values.get(code) ?? values.get('default') ?? 1;
}

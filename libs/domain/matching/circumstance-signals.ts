import { UNCLASSIFIED } from '../report/report.js';
import type { CategoryCode } from '../ids.js';
import { metresBetween } from './geo-distance.js';
import type { MatchSubject } from './match-subject.js';
import type { MatchingPolicy, Weights } from './matching-policy.js';
import { finding, type Finding } from './signal-share.js';

const DAY = 86_400_000;
/** What is not classified may be of a slow sort: so many windows. */
const UNSORTED_PATIENCE = 3;
/** What another grid or street costs, where no coordinates say it better. */
const ELSEWHERE = -2;

/** Whether both are classified. */
export const isSorted = (a: MatchSubject, b: MatchSubject): boolean => a.category !== UNCLASSIFIED && b.category !== UNCLASSIFIED;

/** What the fields say: where on the map, which grid and street, what category, when, who, on which platform. */
export function circumstanceSignals(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy, weights: Weights): Finding[] {
  const metres = metresBetween(a.place, b.place);
  const found = [
    isSorted(a, b) ? undefined : finding(weights, 'unsorted', 1, () => '至少一件待归类,类别不能比'),
    component(a, b, weights),
    metres === undefined ? grid(a, b, policy, weights) : distance(metres, a, b, policy, weights),
    area(a, b, weights),
    category(a, b, policy, weights),
    time(a, b, policy, weights),
    a.reporterHash !== undefined && a.reporterHash === b.reporterHash
      ? finding(weights, 'caller', 1, () => '同一来电人')
      : undefined,
    a.platform !== b.platform ? finding(weights, 'platform', 1, () => '来自不同平台') : undefined,
  ];
  return found.filter((one) => one !== undefined);
}

function component(a: MatchSubject, b: MatchSubject, weights: Weights): Finding | undefined {
  const [mine, theirs] = [a.place.componentCode, b.place.componentCode];
  if (mine === undefined || theirs === undefined) return undefined;
  if (mine === theirs) return finding(weights, 'component', 1, () => `同一部件:${mine}`);
  return finding(weights, 'component', -1, () => `部件不同:${mine} / ${theirs}`);
}

/** From 1 at the same spot through 0 at the category's scale to -2 at four times of it and beyond. */
function distance(metres: number, a: MatchSubject, b: MatchSubject, policy: MatchingPolicy, weights: Weights): Finding {
  const near = Math.max(scaleOf(policy.nearMetres, a.category), scaleOf(policy.nearMetres, b.category));
  const ratio = metres / near;
  const part = ratio <= 1 ? 1 - ratio : Math.max(-2, ((1 - ratio) * 2) / 3);
  return finding(weights, 'distance', part, () => `距离 ${Math.round(metres)} 米(${near} 米内算近)`);
}

/** Speaks only where a coordinate is missing. */
function grid(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy, weights: Weights): Finding | undefined {
  const [mine, theirs] = [a.place.gridCode, b.place.gridCode];
  if (mine === undefined || theirs === undefined) return undefined;
  if (mine === theirs) return finding(weights, 'grid', 1, () => `同一网格:${mine}`);
  const touching = isListed(policy.neighbours, mine, theirs);
  if (touching) return finding(weights, 'grid', 0.2, () => `相邻网格:${mine} / ${theirs}`);
  return finding(weights, 'grid', ELSEWHERE, () => `网格不同:${mine} / ${theirs}`);
}

function area(a: MatchSubject, b: MatchSubject, weights: Weights): Finding | undefined {
  const { street: s, community: c } = a.place;
  const { street: t, community: d } = b.place;
  if (c !== undefined && d !== undefined) {
    if (c === d) return finding(weights, 'area', 1, () => `同一社区:${c}`);
    return finding(weights, 'area', -1, () => `社区不同:${c} / ${d}`);
  }
  if (s === undefined || t === undefined) return undefined;
  if (s === t) return finding(weights, 'area', 0.5, () => `同一街道:${s}`);
  return finding(weights, 'area', ELSEWHERE, () => `街道不同:${s} / ${t}`);
}

function category(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy, weights: Weights): Finding | undefined {
  if (!isSorted(a, b)) return undefined;
  if (a.category === b.category) return finding(weights, 'category', 1, () => `同类:${a.category}`);
  const pair = (): string => `${a.category} / ${b.category}`;
  if (isListed(policy.siblings, a.category, b.category))
    return finding(weights, 'category-sibling', -1, () => `相近类别:${pair()}`);
  return finding(weights, 'category-other', -1, () => `类别不同:${pair()}`);
}

/** Whether either of two names stands in the other's list. */
function isListed<K extends string>(lists: ReadonlyMap<K, readonly K[]> | undefined, a: K, b: K): boolean {
  return lists !== undefined && ((lists.get(a)?.includes(b) ?? false) || (lists.get(b)?.includes(a) ?? false));
}

/** From 1 at the same moment to 0 at the end of the window; outside it counts against, up to two windows. */
function time(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy, weights: Weights): Finding {
  const days = Math.abs(a.reportedAt.getTime() - b.reportedAt.getTime()) / DAY;
  const window = Math.max(windowOf(policy, a.category), windowOf(policy, b.category));
  const because = (): string => `相隔 ${days.toFixed(1)} 天(${window} 天内算近)`;
  const ratio = days / window;
  return ratio <= 1
    ? finding(weights, 'time', 1 - ratio, because)
    : finding(weights, 'time-outside', -Math.min(2, ratio - 1), because);
}

function windowOf(policy: MatchingPolicy, code: CategoryCode): number {
  return scaleOf(policy.windowDays, code) * (code === UNCLASSIFIED ? UNSORTED_PATIENCE : 1);
}

/** The category's own value, else the default. */
function scaleOf(values: ReadonlyMap<CategoryCode | 'default', number>, code: CategoryCode): number {
  return values.get(code) ?? values.get('default') ?? 1;
}

import { UNCLASSIFIED } from '../report/report.js';
import type { CategoryCode } from '../ids.js';
import { metresBetween } from './geo-distance.js';
import type { SignalShare } from './match-decision.js';
import type { MatchSubject } from './match-subject.js';
import type { MatchingPolicy } from './matching-policy.js';
import { share } from './signal-share.js';

const DAY = 86_400_000;
/** What is not classified may be of a slow sort: so many windows. */
const UNSORTED_PATIENCE = 3;
/** What a sibling category costs of a strange one: people do mistake the one for the other, but seldom. */
const SIBLING = 0.1;

/** What the fields say: where on the map, which grid and street, what category, when, who, on which platform. */
export function circumstanceSignals(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy): SignalShare[] {
  const found: SignalShare[] = [];
  const add = (signal: SignalShare | undefined): void => {
    if (signal !== undefined && signal.share !== 0) found.push(signal);
  };
  add(component(a, b, policy));
  const metres = metresBetween(a.place, b.place);
  if (metres === undefined) add(grid(a, b, policy));
  else add(distance(metres, a, b, policy));
  add(area(a, b, policy));
  add(category(a, b, policy));
  add(time(a, b, policy));
  if (a.reporterHash !== undefined && a.reporterHash === b.reporterHash)
    add(share('caller', policy.weights['caller'] ?? 0, '同一来电人'));
  if (a.platform !== b.platform) add(share('platform', policy.weights['platform'] ?? 0, '来自不同平台'));
  return found;
}

function component(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy): SignalShare | undefined {
  const [mine, theirs] = [a.place.componentCode, b.place.componentCode];
  if (mine === undefined || theirs === undefined) return undefined;
  const weight = policy.weights['component'] ?? 0;
  return mine === theirs
    ? share('component', weight, `同一部件:${mine}`)
    : share('component', -weight, `部件不同:${mine} / ${theirs}`);
}

/** From 1 at the same spot through 0 at the category's scale to -2 at four times of it and beyond. */
function distance(metres: number, a: MatchSubject, b: MatchSubject, policy: MatchingPolicy): SignalShare {
  const near = Math.max(scaleOf(policy.nearMetres, a.category), scaleOf(policy.nearMetres, b.category));
  const ratio = metres / near;
  const part = ratio <= 1 ? 1 - ratio : Math.max(-2, ((1 - ratio) * 2) / 3);
  return share('distance', (policy.weights['distance'] ?? 0) * part, `距离 ${Math.round(metres)} 米(${near} 米内算近)`);
}

/** Speaks only where a coordinate is missing; otherwise the distance has said it better. */
function grid(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy): SignalShare | undefined {
  const [mine, theirs] = [a.place.gridCode, b.place.gridCode];
  if (mine === undefined || theirs === undefined) return undefined;
  const weight = policy.weights['grid'] ?? 0;
  if (mine === theirs) return share('grid', weight, `同一网格:${mine}`);
  const touching =
    (policy.neighbours?.get(mine)?.includes(theirs) ?? false) || (policy.neighbours?.get(theirs)?.includes(mine) ?? false);
  return touching ? share('grid', weight * 0.2, '相邻网格') : share('grid', -2 * weight, `网格不同:${mine} / ${theirs}`);
}

function area(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy): SignalShare | undefined {
  const weight = policy.weights['area'] ?? 0;
  const { street: s, community: c } = a.place;
  const { street: t, community: d } = b.place;
  if (c !== undefined && d !== undefined) {
    return c === d ? share('area', weight, `同一社区:${c}`) : share('area', -weight, `社区不同:${c} / ${d}`);
  }
  if (s === undefined || t === undefined) return undefined;
  return s === t ? share('area', weight * 0.5, `同一街道:${s}`) : share('area', -2 * weight, `街道不同:${s} / ${t}`);
}

function category(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy): SignalShare | undefined {
  if (a.category === UNCLASSIFIED || b.category === UNCLASSIFIED) return undefined;
  const weight = policy.weights['category'] ?? 0;
  if (a.category === b.category) return share('category', weight, `同类:${a.category}`);
  const sibling = isSibling(policy, a.category, b.category) || isSibling(policy, b.category, a.category);
  const pair = `${a.category} / ${b.category}`;
  return sibling
    ? share('category-other', -SIBLING * (policy.weights['category-other'] ?? 0), `相近类别:${pair}`)
    : share('category-other', -(policy.weights['category-other'] ?? 0), `类别不同:${pair}`);
}

const isSibling = (policy: MatchingPolicy, a: CategoryCode, b: CategoryCode): boolean =>
  policy.siblings.get(a)?.includes(b) ?? false;

/** From 1 at the same moment to 0 at the end of the window; outside it counts against, up to two windows. */
function time(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy): SignalShare {
  const days = Math.abs(a.reportedAt.getTime() - b.reportedAt.getTime()) / DAY;
  const window = Math.max(windowOf(policy, a.category), windowOf(policy, b.category));
  const because = `相隔 ${days.toFixed(1)} 天(${window} 天内算近)`;
  const ratio = days / window;
  if (ratio <= 1) return share('time', (policy.weights['time'] ?? 0) * (1 - ratio), because);
  return share('time-outside', -(policy.weights['time-outside'] ?? 0) * Math.min(2, ratio - 1), because);
}

function windowOf(policy: MatchingPolicy, code: CategoryCode): number {
  return scaleOf(policy.windowDays, code) * (code === UNCLASSIFIED ? UNSORTED_PATIENCE : 1);
}

/** The category's own value, else the default. */
function scaleOf(values: ReadonlyMap<CategoryCode | 'default', number>, code: CategoryCode): number {
  return values.get(code) ?? values.get('default') ?? 1;
}

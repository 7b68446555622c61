import { DateTime, Interval } from 'luxon';

/** A stretch of time in whole seconds; both ends belong to it. */
export interface Window {
  readonly from: Date;
  readonly to: Date;
}

const utc = (at: Date): DateTime => DateTime.fromJSDate(at, { zone: 'utc' });
const secondOf = (at: Date): DateTime => utc(at).startOf('second');

/**
 * Where to cut a window whose answer may be cut short, by the times of what was given in the order given; empty when there
 * is no whole second to cut at. A second that alone fills the answer is cut out on both sides. Otherwise the cut goes through
 * the last quarter of the list: whether it runs up or down, one part then holds three quarters of an answer.
 */
export function cutsOf(window: Window, times: readonly Date[], halve = false): readonly Date[] {
  const [from, to] = [utc(window.from), utc(window.to)];
  if (to.diff(from, 'seconds').seconds < 2) return [];
  const inside = (cut: DateTime): boolean => cut > from && cut < to;
  const seconds = times.filter((at) => at >= window.from && at <= window.to).map(secondOf);
  const first = seconds[0];
  if (first && !halve && seconds.every((second) => second.equals(first))) {
    return [first.minus({ seconds: 1 }), first, first.plus({ seconds: 1 })].filter(inside).map((cut) => cut.toJSDate());
  }
  const middle = Interval.fromDateTimes(from, to).divideEqually(2)[0].end!.startOf('second');
  const given = seconds[Math.floor((seconds.length * 3) / 4)];
  const wished = given && !halve ? [given, given.plus({ seconds: 1 }), middle] : [middle];
  return wished
    .filter(inside)
    .slice(0, 1)
    .map((cut) => cut.toJSDate());
}

import type { Matter } from '../matters/matter.js';
import type { Random } from '../world/random.js';

/** When a report was made and when it appears, in milliseconds from the start of the city. */
export interface ReportTime {
  readonly reportedAt: number;
  readonly appearsAt: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LONG_AGO_DAYS = 60;

/** Up to three days' history told within seconds: what a hub that is switched on finds. */
export function historyTimes(matter: Matter, count: number, overSeconds: number, random: Random): ReportTime[] {
  const past = matter.likeness?.how === 'long-ago' ? LONG_AGO_DAYS * 24 * HOUR + random.between(0, 24 * HOUR) : 0;
  const spread = matter.kind.urgency === '特急' ? random.between(0, 3 * HOUR) : historySpread(random);
  const last = -past - random.between(2 * MINUTE, 6 * HOUR);
  const reported = [last - (count > 1 ? spread : 0), last];
  while (reported.length < count) reported.push(random.between(last - spread, last));
  const whole = overSeconds * 1000;
  let appears = past > 0 || random.chance(0.25) ? 0 : random.between(0, whole * 0.8);
  return reported
    .slice(count === 1 ? 1 : 0)
    .sort((a, b) => a - b)
    .map((reportedAt, nth) => {
      if (nth > 0) appears = Math.min(whole * 0.97, appears + random.between(0, whole * 0.12));
      return { reportedAt: Math.round(reportedAt), appearsAt: Math.round(appears) };
    });
}

const historySpread = (random: Random): number =>
  random.weighted([
    [random.between(5 * MINUTE, 3 * HOUR), 6],
    [random.between(3 * HOUR, 24 * HOUR), 3],
    [random.between(24 * HOUR, 72 * HOUR), 1],
  ]);

/** A matter that comes up now: its reports appear as they are made, within minutes. */
export function presentTimes(matter: Matter, count: number, startsAt: number, random: Random): ReportTime[] {
  const past = matter.likeness?.how === 'long-ago' ? LONG_AGO_DAYS * 24 * HOUR : 0;
  let appears = startsAt;
  return Array.from({ length: count }, (_, nth) => {
    if (nth > 0) appears += random.between(2_000, 3 * MINUTE);
    const appearsAt = Math.round(appears);
    return { appearsAt, reportedAt: appearsAt - past - Math.round(random.between(5_000, 2 * MINUTE)) };
  });
}

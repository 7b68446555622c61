const DAY = 86_400_000;
/** Reports within a day below which nothing is hot. */
const FEWEST = 6;
/** As unlikely as one in ten thousand, were the case going on as before. */
const SURPRISE = 4;
/** What is known of a case before its first day is over: a report a day. */
const [REPORTS_BEFORE, DAYS_BEFORE] = [1, 1];
/** A hot issue has cooled with fewer reports within a day; until then it is not raised again. */
const COOLED_BELOW = 3;

/** How far back the newest reports of a case count, and how many it takes at least. */
export const HOT_WINDOW = { milliseconds: DAY, fewest: FEWEST } as const;

/** How a case grows. */
export interface Growth {
  /** Reports of the last 24 hours. */
  readonly recent: number;
  /** Reports its own past lets expect in 24 hours. */
  readonly expected: number;
  /** Minus the decimal logarithm of the probability of so many reports or more, were the case going on as before. */
  readonly surprise: number;
  /** Days since its first report. */
  readonly days: number;
}

/** What a look at a case comes to: it is hot (热点), it has cooled, or nothing changes. */
export type HotVerdict = 'hot' | 'cooled' | 'neither';

/** A case's last 24 hours against its own past; `reportedAt` are the instants of all its reports, in any order. */
export function growthOf(reportedAt: readonly Date[], now: Date): Growth {
  const since = now.getTime() - DAY;
  const times = reportedAt.map((at) => at.getTime()).filter((time) => time <= now.getTime());
  const recent = times.filter((time) => time > since).length;
  const first = times.reduce((earliest, time) => Math.min(earliest, time), now.getTime());
  const pastDays = Math.max(0, since - first) / DAY;
  const expected = (times.length - recent + REPORTS_BEFORE) / (pastDays + DAYS_BEFORE);
  return { recent, expected, surprise: surpriseOf(recent, expected), days: (now.getTime() - first) / DAY };
}

/** Judges a growth: what makes a case hot is more than what keeps it so. */
export function judgeGrowth({ recent, surprise }: Growth): HotVerdict {
  if (recent >= FEWEST && surprise >= SURPRISE) return 'hot';
  return recent < COOLED_BELOW ? 'cooled' : 'neither';
}

/** Poisson: -log10 of P(X ≥ count), summed from its largest term on. */
function surpriseOf(count: number, mean: number): number {
  if (count <= mean) return 0;
  let logTerm = -mean;
  for (let n = 1; n <= count; n += 1) logTerm += Math.log(mean / n);
  let sum = 0;
  for (let n = count, part = 1; part > 1e-12; n += 1, part *= mean / n) sum += part;
  return -(logTerm + Math.log(sum)) / Math.LN10;
}

/** Near-identical texts within this time, more than so many of which no crowd of citizens writes. */
const MINUTES = 10;
const MOST_TWINS = 30;

/** How far back twins count, and how many need counting at most. */
export const SPAM_WINDOW = { milliseconds: MINUTES * 60_000, most: MOST_TWINS + 1 } as const;

/**
 * Why a report looks like one of a machine's (疑似刷单), or undefined. `twins` are the instants at which near-identical texts were
 * reported, itself left out, whoever signed them and wherever they point to: a crowd writes in its own words or about one spot.
 */
export function suspectSpam(reportedAt: Date, twins: readonly Date[]): string | undefined {
  const near = twins.filter((at) => Math.abs(at.getTime() - reportedAt.getTime()) <= SPAM_WINDOW.milliseconds).length;
  if (near < MOST_TWINS) return undefined;
  return `疑似刷单（spam-suspected）：${MINUTES} 分钟内另有 ${near} 件文字几乎相同的诉求，先由值班员核实`;
}

/** The ledger's equation for one platform and day. Every figure is a count of records. */
export interface LedgerDay {
  readonly platform: string;
  /** Local date `yyyy-MM-dd` on which the records reached us. */
  readonly day: string;
  readonly pulled: number;
  readonly opened: number;
  readonly attached: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly withdrawn: number;
  readonly quarantined: number;
  /** Staged and not worked yet: visible, and none once the hub has caught up. */
  readonly waiting: number;
  /** Records whose outcome names a report or case that is not there. */
  readonly unproven: number;
}

/** A link that a case's chain of obligations lacks, and how many cases or reports lack it. */
export interface BrokenLink {
  readonly link: string;
  readonly count: number;
  readonly examples: readonly string[];
}

export interface OwedTally {
  readonly owed: number;
  readonly confirmed: number;
  readonly parked: number;
}

/** 清单事项: what somebody has promised beside the cases, without what was dropped. `promised` is `done` and `open` together. */
export interface UndertakingTally {
  readonly promised: number;
  readonly done: number;
  /** Open ones whose clock has rung. */
  readonly overdue: number;
  readonly open: number;
}

/** What the ledger is drawn up from. */
export interface LedgerFacts {
  readonly days: readonly LedgerDay[];
  readonly broken: readonly BrokenLink[];
  readonly casesByStatus: Readonly<Record<string, number>>;
  readonly deliveries: OwedTally;
  readonly writeBacks: OwedTally;
  readonly undertakings: UndertakingTally;
}

export interface Ledger extends LedgerFacts {
  readonly days: readonly (LedgerDay & { readonly unaccounted: number })[];
  /** Records and obligations nobody can account for; anything but 0 is our fault. */
  readonly unaccounted: number;
  /** Nothing waits, and everything owed is confirmed. */
  readonly settled: boolean;
}

/** Records of a day that the equation cannot place: the difference of both sides, plus outcomes without proof. */
export const unaccountedOf = (day: LedgerDay): number =>
  Math.abs(
    day.pulled - (day.opened + day.attached + day.updated + day.unchanged + day.withdrawn + day.quarantined + day.waiting),
  ) + day.unproven;

/** Adds the ledger up. */
export function drawLedger(facts: LedgerFacts): Ledger {
  const days = facts.days.map((day) => ({ ...day, unaccounted: unaccountedOf(day) }));
  const lost = days.reduce((sum, day) => sum + day.unaccounted, 0);
  const broken = facts.broken.reduce((sum, { count }) => sum + count, 0);
  const isQuiet = days.every(({ waiting }) => waiting === 0);
  const isAnswered = [facts.deliveries, facts.writeBacks].every(({ owed, confirmed }) => owed === confirmed);
  return { ...facts, days, unaccounted: lost + broken, settled: isQuiet && isAnswered };
}

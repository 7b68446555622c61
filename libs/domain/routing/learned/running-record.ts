/** Outcomes a threshold is chosen from. */
const OUTCOMES_KEPT = 1_500;
/** Before so many outcomes nothing is decided. */
const OUTCOMES_NEEDED = 200;
/** A threshold that fewer outcomes reached says nothing. */
const AT_LEAST_ABOVE = 50;
/** The threshold is looked for again after so many outcomes. */
const CHOOSE_EVERY = 25;
/** Nothing is that sure. */
const NEVER = 1.01;

type Outcome = readonly [confidence: number, right: 0 | 1];

export interface SavedRecord {
  readonly outcomes: readonly Outcome[];
  readonly since: number;
  readonly threshold: number;
}

/** What was foretold and what came: the record that tells from which confidence on the router may decide. */
export class RunningRecord {
  private outcomes: Outcome[] = [];
  private since = 0;
  /** Confidence from which on the wanted share of the last outcomes was right. */
  threshold = NEVER;

  constructor(private readonly wanted: number) {}

  add(confidence: number, right: boolean): void {
    this.outcomes.push([Math.round(confidence * 10_000) / 10_000, right ? 1 : 0]);
    if (this.outcomes.length > OUTCOMES_KEPT) this.outcomes.shift();
    this.since += 1;
    if (this.since >= CHOOSE_EVERY) this.choose();
  }

  save(): SavedRecord {
    return { outcomes: [...this.outcomes], since: this.since, threshold: this.threshold };
  }

  restore({ outcomes, since, threshold }: SavedRecord): void {
    this.outcomes = [...outcomes];
    this.since = since;
    this.threshold = threshold;
  }

  private choose(): void {
    this.since = 0;
    this.threshold = NEVER;
    if (this.outcomes.length < OUTCOMES_NEEDED) return;
    let right = 0;
    const surestFirst = this.outcomes.toSorted(([a], [b]) => b - a);
    surestFirst.forEach(([confidence, wasRight], index) => {
      right += wasRight;
      if (index + 1 >= AT_LEAST_ABOVE && right >= this.wanted * (index + 1)) this.threshold = confidence;
    });
  }
}

import type { PlannedReport } from '../reports/plan-reports.js';
import type { CityMischief } from './city-mischief.js';
import type { CityRecord } from './city-record.js';
import { Random } from './random.js';
import type { InMemoryRecordBook } from './record-book.js';
import type { TruthBook } from './truth-book.js';
import type { PlannedMatter } from './world.js';

/** Platforms whose lists may get late lines; the others promise their readers a cursor that loses nothing. */
const LATE_PLATFORMS: readonly string[] = ['hotline', 'urban'];
const MOST_SECONDS_LATE = 20;
/** What appears within one such step appears at the same instant, as in a burst. */
const STEP_MS = 50;

export interface TimelineOptions {
  readonly seed: number;
  readonly mischief: () => CityMischief;
  /** Milliseconds since the city opened. */
  readonly elapsed: () => number;
}

/** Lets planned records appear when their time has come, and their citizens' later changes after them. */
export class Timeline {
  released = 0;
  private readonly waiting: PlannedReport[] = [];
  private readonly changes: { readonly at: number; readonly record: CityRecord; readonly report: PlannedReport }[] = [];
  private readonly random: Random;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly book: InMemoryRecordBook,
    private readonly truth: TruthBook,
    private readonly options: TimelineOptions,
  ) {
    this.random = Random.of(options.seed, 'timeline');
  }

  /** Records planned that have not appeared yet. */
  get pending(): number {
    return this.waiting.length;
  }

  /** Whether a report of the matter is still to appear. */
  expects(matterId: string): boolean {
    return this.waiting.some(({ record }) => record.matterId === matterId);
  }

  plan(matters: readonly PlannedMatter[]): void {
    for (const { truth, reports } of matters) {
      this.truth.add(truth);
      this.waiting.push(...reports);
    }
    this.waiting.sort((a, b) => a.appearsAt - b.appearsAt);
  }

  /** Releases whatever is due; to be called again and again. */
  advance(): void {
    const now = this.options.elapsed();
    while (this.waiting.length > 0 && this.waiting[0].appearsAt <= now) this.release(this.waiting.shift()!, now);
    while (this.changes.length > 0 && this.changes[0].at <= now) {
      const { record, report } = this.changes.shift()!;
      this.book.amend(record.platform, record.externalId, report.later!.change);
    }
  }

  start(): void {
    this.advance();
    this.timer = setInterval(() => this.advance(), STEP_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private release(report: PlannedReport, now: number): void {
    const late = LATE_PLATFORMS.includes(report.record.platform) && this.random.chance(this.options.mischief().lateUpdate);
    const record = this.book.add(report.record, late ? this.random.int(1, MOST_SECONDS_LATE) : 0);
    this.released++;
    if (!report.later) return;
    this.changes.push({ at: now + report.later.afterMs, record, report });
    this.changes.sort((a, b) => a.at - b.at);
  }
}

import type { MatterTruth } from '../matters/matter.js';
import { startRounds } from '../platforms/rounds.js';
import type { Rounds } from '../platforms/rounds.js';
import { Random } from '../world/random.js';
import type { TruthBook } from '../world/truth-book.js';
import { storyOf } from '../world/turns.js';
import type { CaseLine } from './case-page.js';
import type { Duty, Order } from './duty.js';
import type { HubDesk } from './hub-desk.js';
import { SeenCases } from './seen-cases.js';

/** Cases looked at side by side; a hub has other work as well. */
const SIDE_BY_SIDE = 4;
/** The most pressing first: whoever wants to have a say before a department begins must be quick. */
const OPEN: readonly string[] = ['dispatched', 'held', 'checking', 'handling', 'handled', 'answered'];
const MOST_OPEN_PAGES = 10;
/** Closed cases that wait for somebody are few. */
const MOST_CLOSED_PAGES = 4;
/** Cases opened before the list is read anew: an old list shows cases that have moved on. */
const MOST_A_ROUND = 60;
const STILL_MS = 1200;

interface ListedCase {
  readonly line: CaseLine;
  readonly matter: MatterTruth | undefined;
  readonly isStill: boolean;
}

export interface OperatorOptions {
  readonly seed: number;
  /** 1 is the usual pace; less is faster. */
  readonly pace: number;
  readonly now: () => Date;
}

/** An operator at the hub who knows the city: goes through the cases again and again, and does whatever is to be done. */
export class Operator {
  /** Orders that the hub took, by duty, and those it refused. */
  readonly counts: Record<string, number> = { refused: 0 };
  private readonly seen: SeenCases;

  constructor(
    private readonly desk: Pick<HubDesk, 'signIn' | 'list' | 'open' | 'order'>,
    private readonly duties: readonly Duty[],
    private readonly truth: Pick<TruthBook, 'majority'>,
    private readonly options: OperatorOptions,
  ) {
    this.seen = new SeenCases(STILL_MS * options.pace, options.now);
  }

  /** Goes through what is new once; the number of orders that the hub took. */
  async work(): Promise<number> {
    if (!(await this.desk.signIn())) return 0;
    const news = this.newsOf(await this.desk.list(OPEN, MOST_OPEN_PAGES));
    news.sort((a, b) => OPEN.indexOf(a.line.status) - OPEN.indexOf(b.line.status));
    // Nobody waits for the closed ones as urgently.
    if (news.length < MOST_A_ROUND)
      news.push(...this.newsOf(await this.desk.list(['closed'], MOST_CLOSED_PAGES, ['look-back', 'score'])));
    news.length = Math.min(news.length, MOST_A_ROUND);
    let taken = 0;
    const goThrough = async (): Promise<void> => {
      for (let next = news.shift(); next !== undefined; next = news.shift()) if (await this.lookAt(next)) taken++;
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, goThrough));
    return taken;
  }

  /** Lines that are reason for anybody to open the case. */
  private newsOf(lines: readonly CaseLine[]): ListedCase[] {
    return lines
      .filter((line) => !this.seen.isDone(line))
      .map((line) => ({ line, matter: this.truth.majority(line.reports ?? []), isStill: this.seen.isStill(line) }))
      .filter((listed) => this.dutiesFor(listed).length > 0);
  }

  private dutiesFor({ line, matter, isStill }: ListedCase): Duty[] {
    return this.duties.filter((duty) => (isStill || !duty.onlyStill) && duty.isFor(line, matter));
  }

  /** Whether an order was given and taken. It is the page that counts: the case may have moved since it was listed. */
  private async lookAt({ line: before, matter, isStill }: ListedCase): Promise<boolean> {
    const page = await this.desk.open(before.number);
    if (page === undefined) return false;
    const line = { ...before, version: page.case.version, status: page.case.status };
    const luck = (question: string): Random => Random.of(this.options.seed, question, storyOf(matter?.id ?? line.number));
    const open = { line, page, matter, now: this.options.now(), luck };
    for (const { name, decide } of this.dutiesFor({ line, matter, isStill })) {
      const decision = decide(open);
      if (decision === 'later') return false;
      if (decision !== undefined) return this.give(name, line, decision);
    }
    const waits = !isStill && this.duties.some((duty) => duty.onlyStill && duty.isFor(line, matter));
    if (!waits) this.seen.done(line);
    return false;
  }

  private async give(duty: string, line: CaseLine, order: Order): Promise<boolean> {
    const answer = await this.desk.order(line.number, line.version, order);
    if (answer !== 'failed') this.count(answer === 'taken' ? duty : 'refused');
    if (answer === 'refused') this.seen.done(line);
    return answer === 'taken';
  }

  private count(name: string): void {
    this.counts[name] = (this.counts[name] ?? 0) + 1;
  }
}

/** Works all the time until stopped; a hub that is away is tried again. */
export const startOperator = (operator: Operator, everyMs = 500): Rounds =>
  startRounds(everyMs, async () => {
    await operator.work();
  });

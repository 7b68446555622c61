import type { MatchedReport } from './batch.js';

interface Written {
  readonly number: number;
  readonly reports: readonly MatchedReport[];
}

/**
 * The row in which the batches of one worker write. They look for candidates side by side, write one after the other, and
 * each is told what those before it have written since it looked.
 */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();
  private count = 0;
  private written: Written[] = [];
  private readonly open = new Set<Turn>();

  /** `worker` names this row of batches to all others. */
  constructor(readonly worker: string) {}

  begin(): Turn {
    const turn = new Turn(this);
    this.open.add(turn);
    return turn;
  }

  /** Waits for all that came before; the answer ends the turn. */
  async queue(): Promise<() => void> {
    const before = this.last;
    let end = (): void => undefined;
    const mine = new Promise<void>((resolve) => (end = resolve));
    this.last = before.then(() => mine);
    await before;
    return end;
  }

  number(): number {
    return this.count;
  }

  since(number: number): MatchedReport[] {
    return this.written.filter((one) => one.number > number).flatMap(({ reports }) => reports);
  }

  /** Keeps what was written as long as an open turn may ask for it. */
  close(turn: Turn, reports: readonly MatchedReport[]): void {
    this.open.delete(turn);
    this.count += 1;
    this.written.push({ number: this.count, reports });
    const oldest = Math.min(...[...this.open].map(({ lookedAt }) => lookedAt));
    this.written = this.written.filter(({ number }) => number > oldest);
  }
}

/** One batch's turn. */
export class Turn {
  /** What was written up to this number was there to be seen when the batch looked. */
  lookedAt: number;
  private kept: readonly MatchedReport[] = [];
  private stepBack: () => void = () => undefined;

  constructor(private readonly row: Turns) {
    this.lookedAt = row.number();
  }

  get worker(): string {
    return this.row.worker;
  }

  /** One attempt: the batch looks from here on, and lets the others go on when it fails. */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    this.kept = [];
    this.lookedAt = this.row.number();
    try {
      return await work();
    } catch (thrown) {
      this.stepBack();
      throw thrown;
    }
  }

  /** Waits until it is this batch's turn; returns what the others have written since it looked. */
  async come(): Promise<MatchedReport[]> {
    this.stepBack = await this.row.queue();
    return this.row.since(this.lookedAt);
  }

  keep(reports: readonly MatchedReport[]): void {
    this.kept = reports;
  }

  /** Ends the turn; what was kept counts as written when the transaction was committed. */
  end(isCommitted: boolean): void {
    this.row.close(this, isCommitted ? this.kept : []);
    this.stepBack();
  }
}

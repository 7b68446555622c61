interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** Items that share a round, and rounds under way at once, at most. */
interface GatheringLimits {
  readonly most: number;
  readonly rounds: number;
}

/**
 * Work in rounds: what is asked for while they are under way goes together into the next. With little to do
 * nobody waits, and the more there is the more share a round.
 */
export class Gathered<Item, Answer> {
  private waiting: Waiting<Item, Answer>[] = [];
  private underWay = 0;

  /** `work` answers every item in its place. */
  constructor(
    private readonly work: (items: readonly Item[]) => Promise<readonly Answer[]>,
    private readonly limits: GatheringLimits,
  ) {}

  /** Rejects with what the item's round threw. */
  ask(item: Item): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.underWay < this.limits.rounds) void this.workOff();
    });
  }

  private async workOff(): Promise<void> {
    this.underWay += 1;
    while (this.waiting.length > 0) {
      const round = this.waiting.splice(0, this.limits.most);
      try {
        const answers = await this.work(round.map(({ item }) => item));
        for (const [at, { resolve }] of round.entries()) resolve(answers[at]);
      } catch (thrown) {
        for (const { reject } of round) reject(thrown);
      }
    }
    this.underWay -= 1;
  }
}

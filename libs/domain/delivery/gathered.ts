interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Work in rounds, one at a time: what is asked for while a round is under way goes together into the next. With little to do
 * nobody waits, and the more there is the more share a round.
 */
export class Gathered<Item, Answer> {
  private waiting: Waiting<Item, Answer>[] = [];
  private isAtWork = false;

  /** `work` answers every item in its place; `most` items at most share a round. */
  constructor(
    private readonly work: (items: readonly Item[]) => Promise<readonly Answer[]>,
    private readonly most: number,
  ) {}

  /** Rejects with what the item's round threw. */
  ask(item: Item): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.isAtWork) void this.workOff();
    });
  }

  private async workOff(): Promise<void> {
    this.isAtWork = true;
    while (this.waiting.length > 0) {
      const round = this.waiting.splice(0, this.most);
      try {
        const answers = await this.work(round.map(({ item }) => item));
        for (const [at, { resolve }] of round.entries()) resolve(answers[at]);
      } catch (thrown) {
        for (const { reject } of round) reject(thrown);
      }
    }
    this.isAtWork = false;
  }
}

import { chainEvents } from '#domain/case/event-chain.js';
import type { Clock } from '#domain/ports/clock.js';
import type { ChangedUndertaking, HeldUndertaking, UndertakingBook } from '#domain/ports/undertaking-book.js';
import { evolveUndertaking } from '#domain/undertaking/evolve-undertaking.js';
import { ringUndertaking } from '#domain/undertaking/ring-undertaking.js';

const AT_ONCE = 500;

/** Lets the clocks of promised undertakings warn and ring, each once a due time; what they say is written into the histories. */
export class WatchUndertakings {
  constructor(
    private readonly book: UndertakingBook,
    private readonly clock: Clock,
  ) {}

  async watch(): Promise<void> {
    const now = this.clock.now();
    while ((await this.ringSome(now)) === AT_ONCE);
  }

  private ringSome(now: Date): Promise<number> {
    return this.book.inTransaction(async (transaction) => {
      const ringing = await transaction.holdRinging(now, AT_ONCE);
      await transaction.save(ringing.map((held) => rung(held, now)));
      return ringing.length;
    });
  }
}

function rung({ value, lastHash }: HeldUndertaking, now: Date): ChangedUndertaking {
  const events = ringUndertaking(value, now);
  return { value: events.reduce(evolveUndertaking, value), events: chainEvents(events, value.version, lastHash) };
}

import type { CaseStore } from '#domain/ports/case-store.js';
import type { Clock } from '#domain/ports/clock.js';
import type { CaseDesk } from './case-desk.js';
import type { RingClocks } from './ring-clocks.js';

const AT_ONCE = 100;

/** Lets time do its part: clocks ring, and a case whose citizens stay silent after the answer is closed. */
export class WatchClocks {
  constructor(
    private readonly store: CaseStore,
    private readonly desk: CaseDesk,
    private readonly clocks: Pick<RingClocks, 'ring'>,
    private readonly clock: Clock,
  ) {}

  async watch(): Promise<void> {
    await this.clocks.ring();
    const now = this.clock.now();
    for (const number of await this.store.revisitsOver(now, AT_ONCE)) {
      await this.desk.execute({ number, command: { command: 'close', because: '回访期满' }, actor: 'hub' });
    }
  }
}

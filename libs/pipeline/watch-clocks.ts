import type { CaseStore } from '#domain/ports/case-store.js';
import type { Clock } from '#domain/ports/clock.js';
import type { CaseDesk } from './case-desk.js';

const AT_ONCE = 100;

/** Lets time do its part: clocks warn and ring once, and a case whose citizens stay silent after the answer is closed. */
export class WatchClocks {
  constructor(
    private readonly store: CaseStore,
    private readonly desk: CaseDesk,
    private readonly clock: Clock,
  ) {}

  async watch(): Promise<void> {
    const now = this.clock.now();
    await this.store.ringClocks(now);
    for (const number of await this.store.revisitsOver(now, AT_ONCE)) {
      await this.desk.execute({ number, command: { command: 'close', because: '回访期满' }, actor: 'hub' });
    }
  }
}

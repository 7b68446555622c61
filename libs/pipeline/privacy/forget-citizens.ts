import type { Clock } from '#domain/ports/clock.js';
import type { Forgetting } from '#domain/ports/forgetting.js';
import type { RetentionPolicy } from '#domain/privacy/retention-policy.js';
import { overBy } from '#domain/privacy/retention-policy.js';
import type { Tell } from '../tell.js';

/** Reports forgotten in one transaction. */
const AT_ONCE = 500;

/** 到期删除: identities go when the time that the city keeps them is over. */
export class ForgetCitizens {
  constructor(
    private readonly forgetting: Forgetting,
    private readonly policy: RetentionPolicy | undefined,
    private readonly clock: Clock,
    private readonly tell: Tell,
  ) {}

  /** Forgets all whose time is over; returns of how many reports, 0 also where the city keeps them for ever. Can be broken off and begun again. */
  async forgetAll(): Promise<number> {
    if (!this.policy) return 0;
    const now = this.clock.now();
    let forgotten = 0;
    for (const over of overBy(this.policy, now)) {
      for (let count = AT_ONCE; count === AT_ONCE; forgotten += count) {
        count = await this.forgetting.forgetOver(over, now, AT_ONCE);
      }
    }
    if (forgotten > 0) this.tell({ reports: forgotten }, 'identities whose time is over were destroyed');
    return forgotten;
  }
}

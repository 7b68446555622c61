import type { AttemptOutcome } from '#domain/delivery/delivery.js';
import { showsLife } from '#domain/delivery/shows-life.js';
import { allowedIn, fullPace, paced, roomIn, spent } from '#domain/delivery/target-pace.js';
import type { Pace, PacePolicy } from '#domain/delivery/target-pace.js';
import type { Clock } from '#domain/ports/clock.js';
import type { DueTarget } from '#domain/ports/delivery-store.js';

/** A fast target is looked after in steps of this many milliseconds, not message by message. */
const STEP_MS = 50;

/** How fast each target may be sent to, in this process's memory: only one process at a time works a target. */
export class TargetPaces {
  private readonly paces = new Map<string, Pace>();

  constructor(private readonly clock: Clock) {}

  /** How many more may begin now; `waitMs`: none, but after so long some may. */
  room(target: DueTarget, inFlight: number, policy: PacePolicy): { readonly room: number; readonly waitMs?: number } {
    const { pace, room } = roomIn(this.paceOf(target, policy), inFlight, this.clock.now(), policy);
    this.paces.set(keyOf(target), pace);
    if (room > 0 || pace.allowance >= 1) return { room };
    return { room, waitMs: Math.max(STEP_MS, allowedIn(pace, policy)) };
  }

  /** So many have begun. */
  begin(target: DueTarget, deliveries: number, policy: PacePolicy): void {
    this.paces.set(keyOf(target), spent(this.paceOf(target, policy), deliveries));
  }

  /** How one of them went; true when a target that failed for long has just shown that it is back. */
  report(target: DueTarget, outcome: AttemptOutcome, policy: PacePolicy): boolean {
    const before = this.paceOf(target, policy);
    const after = paced(before, showsLife(outcome), policy);
    this.paces.set(keyOf(target), after);
    return before.isAiling && !after.isAiling;
  }

  private paceOf(target: DueTarget, policy: PacePolicy): Pace {
    return this.paces.get(keyOf(target)) ?? fullPace(policy, this.clock.now());
  }
}

const keyOf = ({ channel, target }: DueTarget): string => `${channel} ${target}`;

import { CLOSED, admit, note } from '#domain/delivery/circuit-breaker.js';
import type { Admission, BreakerPolicy, BreakerState } from '#domain/delivery/circuit-breaker.js';
import type { AttemptOutcome } from '#domain/delivery/delivery.js';
import { showsLife } from '#domain/delivery/shows-life.js';
import type { Clock } from '#domain/ports/clock.js';

/** The breaker of a hub that knows nothing more particular about an endpoint. */
export const DEFAULT_BREAKER_POLICY: BreakerPolicy = {
  failuresToOpen: 5,
  pauseMs: 5_000,
  longestPauseMs: 300_000,
  probesToClose: 2,
  probeLeaseMs: 60_000,
};

/** No wish to be let alone is heeded for longer: the messages themselves are tried again by their own plan. */
const LONGEST_WISH_MS = 3_600_000;

/** The breakers of every target, in this process's memory: each process finds out for itself, at a few attempts' cost. */
export class EndpointBreakers {
  private readonly states = new Map<string, BreakerState>();
  private readonly askedToWait = new Map<string, Date>();

  constructor(
    private readonly clock: Clock,
    private readonly policy: BreakerPolicy = DEFAULT_BREAKER_POLICY,
  ) {}

  /** Asks to make one attempt at a target; whoever is told to go must `report`. */
  ask(target: string): Admission {
    const until = this.askedToWait.get(target);
    if (until !== undefined && until > this.clock.now()) return { kind: 'wait', until };
    this.askedToWait.delete(target);
    const { state, admission } = admit(this.stateOf(target), this.clock.now(), this.policy);
    this.states.set(target, state);
    return admission;
  }

  /** Reports how that attempt went. With 429 or 503 and `Retry-After` it is the whole target that asks to be let alone. */
  report(target: string, outcome: AttemptOutcome): void {
    const until = outcome.kind === 'failed' && (outcome.status === 429 || outcome.status === 503) ? outcome.notBefore : undefined;
    if (until !== undefined) this.askedToWait.set(target, this.atMost(until));
    this.states.set(target, note(this.stateOf(target), showsLife(outcome), this.clock.now(), this.policy));
  }

  private atMost(until: Date): Date {
    const longest = this.clock.now().getTime() + LONGEST_WISH_MS;
    return until.getTime() < longest ? until : new Date(longest);
  }

  /** Where a target stands, for the console and for metrics. */
  stateOf(target: string): BreakerState {
    return this.states.get(target) ?? CLOSED;
  }
}

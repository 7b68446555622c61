import { CLOSED, admit, note } from '#domain/delivery/circuit-breaker.js';
import type { Admission, BreakerPolicy, BreakerState } from '#domain/delivery/circuit-breaker.js';
import type { AttemptOutcome } from '#domain/delivery/delivery.js';
import type { Clock } from '#domain/ports/clock.js';

/** The breaker of a hub that knows nothing more particular about an endpoint. */
export const DEFAULT_BREAKER_POLICY: BreakerPolicy = {
  failuresToOpen: 5,
  pauseMs: 5_000,
  longestPauseMs: 300_000,
  probesToClose: 2,
  probeLeaseMs: 60_000,
};

/** Whether an outcome shows that somebody works at the other end: a refused message does, a server error does not. */
export function showsLife(outcome: AttemptOutcome): boolean {
  if (outcome.kind === 'unknown') return false;
  if (outcome.kind !== 'failed') return true;
  return outcome.status !== undefined && outcome.status < 500 && outcome.status !== 429;
}

/** The breakers of every target, in this process's memory: each process finds out for itself, at a few attempts' cost. */
export class EndpointBreakers {
  private readonly states = new Map<string, BreakerState>();

  constructor(
    private readonly clock: Clock,
    private readonly policy: BreakerPolicy = DEFAULT_BREAKER_POLICY,
  ) {}

  /** Asks to make one attempt at a target; whoever is told to go must `report`. */
  ask(target: string): Admission {
    const { state, admission } = admit(this.stateOf(target), this.clock.now(), this.policy);
    this.states.set(target, state);
    return admission;
  }

  /** Reports how that attempt went. */
  report(target: string, outcome: AttemptOutcome): void {
    this.states.set(target, note(this.stateOf(target), showsLife(outcome), this.clock.now(), this.policy));
  }

  /** Where a target stands, for the console and for metrics. */
  stateOf(target: string): BreakerState {
    return this.states.get(target) ?? CLOSED;
  }
}

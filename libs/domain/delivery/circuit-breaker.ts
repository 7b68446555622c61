/** When another side is left alone and how it comes back. */
export interface BreakerPolicy {
  /** Failures in a row that open the breaker. */
  readonly failuresToOpen: number;
  /** First pause; each probe that fails doubles it, up to `longestPauseMs`. Without a pause, probes go one at a time. */
  readonly pauseMs: number;
  readonly longestPauseMs: number;
  /** Successful probes in a row that close the breaker. */
  readonly probesToClose: number;
  /** After this time a probe that nobody reported counts as lost, and another may go. */
  readonly probeLeaseMs: number;
}

/** Where a breaker stands. Half open, one probe at a time is under way, until `probeUntil`. */
export type BreakerState =
  | { readonly kind: 'closed'; readonly failures: number }
  | { readonly kind: 'open'; readonly until: Date; readonly trips: number }
  | { readonly kind: 'half-open'; readonly trips: number; readonly successes: number; readonly probeUntil?: Date };

/** Whether an attempt may go now, and if not, when to ask again. */
export type Admission = { readonly kind: 'go' } | { readonly kind: 'wait'; readonly until: Date };

/** A breaker that has seen nothing yet. */
export const CLOSED: BreakerState = { kind: 'closed', failures: 0 };

/** Asks to make an attempt; the state that comes back remembers a probe. */
export function admit(state: BreakerState, now: Date, policy: BreakerPolicy): { state: BreakerState; admission: Admission } {
  if (state.kind === 'closed') return { state, admission: { kind: 'go' } };
  const until = state.kind === 'open' ? state.until : state.probeUntil;
  if (until !== undefined && until > now) return { state, admission: { kind: 'wait', until } };
  const successes = state.kind === 'half-open' ? state.successes : 0;
  const probing: BreakerState = { kind: 'half-open', trips: state.trips, successes, probeUntil: later(now, policy.probeLeaseMs) };
  return { state: probing, admission: { kind: 'go' } };
}

/** Takes note of how an attempt went. */
export function note(state: BreakerState, alive: boolean, now: Date, policy: BreakerPolicy): BreakerState {
  switch (state.kind) {
    case 'closed': {
      const failures = alive ? 0 : state.failures + 1;
      return failures < policy.failuresToOpen ? { kind: 'closed', failures } : opened(1, now, policy);
    }
    case 'half-open': {
      if (!alive) return opened(state.trips + 1, now, policy);
      const successes = state.successes + 1;
      return successes < policy.probesToClose ? { kind: 'half-open', trips: state.trips, successes } : CLOSED;
    }
    case 'open':
      // An answer to something sent before the breaker opened says nothing about now.
      return state;
  }
}

function opened(trips: number, now: Date, policy: BreakerPolicy): BreakerState {
  const pause = Math.min(policy.pauseMs * 2 ** (trips - 1), policy.longestPauseMs);
  return { kind: 'open', until: later(now, pause), trips };
}

const later = (now: Date, milliseconds: number): Date => new Date(now.getTime() + milliseconds);

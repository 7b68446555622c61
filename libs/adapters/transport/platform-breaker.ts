import { CLOSED, admit, note } from '#domain/delivery/circuit-breaker.js';
import type { BreakerPolicy, BreakerState } from '#domain/delivery/circuit-breaker.js';
import { HubError, TransientError } from '#domain/errors.js';
import type { ErrorCode } from '#domain/error-codes.js';

const FAILURES_TO_OPEN = 5;
const SIGNS_OF_DEATH: ReadonlySet<ErrorCode> = new Set(['PLATFORM_UNREACHABLE', 'PLATFORM_BUSY', 'PLATFORM_BODY_BROKEN']);

/**
 * Asks a platform that has failed five times in a row with one request at a time, until one succeeds. It makes no pause of
 * its own: whoever pulls or writes back keeps one that grows.
 */
export class PlatformBreaker {
  private state: BreakerState = CLOSED;
  private readonly policy: BreakerPolicy;

  constructor(
    private readonly platform: string,
    timeoutSeconds: number,
    private readonly now: () => Date,
  ) {
    const probeLeaseMs = (timeoutSeconds + 1) * 1000;
    this.policy = { failuresToOpen: FAILURES_TO_OPEN, pauseMs: 0, longestPauseMs: 0, probesToClose: 1, probeLeaseMs };
  }

  /** Runs a request, or throws TransientError while another one finds out whether the platform is back. */
  async guard<T>(signal: AbortSignal, request: () => Promise<T>): Promise<T> {
    const { state, admission } = admit(this.state, this.now(), this.policy);
    this.state = state;
    if (admission.kind === 'wait') {
      const message = `${this.platform} has failed ${FAILURES_TO_OPEN} times in a row and is asked with one request at a time`;
      throw new TransientError('PLATFORM_UNREACHABLE', message);
    }
    try {
      const answer = await request();
      this.report(true);
      return answer;
    } catch (thrown) {
      const isDead = thrown instanceof TransientError && SIGNS_OF_DEATH.has(thrown.code);
      // a request that we stopped ourselves says nothing, but a probe that was stopped must make room for another
      if (!signal.aborted || this.state.kind === 'half-open') this.report(!isDead && thrown instanceof HubError);
      throw thrown;
    }
  }

  private report(alive: boolean): void {
    this.state = note(this.state, alive, this.now(), this.policy);
  }
}

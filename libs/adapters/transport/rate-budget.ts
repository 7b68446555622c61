import { setTimeout as sleep } from 'node:timers/promises';
import { TransientError } from '#domain/errors.js';
import { rateWindow } from './rate-headers.js';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** A wait up to this long is waited here; a longer one is the business of whoever tries again. */
const LONGEST_WAIT_MS = 20_000;

/** A moment on both clocks: whichever comes first has come. The wall clock may be set, the other one never is. */
interface Moment {
  readonly wall: number;
  readonly steady: number;
}

/**
 * How fast one platform may be asked. A bucket of tokens keeps to the configured pace; what the platform's own headers say
 * (`Retry-After`, `RateLimit`, `X-RateLimit-*`) holds back on top of that.
 */
export class RateBudget {
  private readonly bucket: { readonly perMs: number; readonly most: number; tokens: number; filledAt: number } | undefined;
  private heldUntil: Moment = { wall: 0, steady: 0 };
  private window: { left: number; readonly ends: Moment } | undefined;

  constructor(
    private readonly platform: string,
    requestsPerMinute: number | undefined,
    private readonly now: () => Date,
  ) {
    if (requestsPerMinute === undefined) return;
    // a second's worth at once, so that a limit counted by the minute is never overdrawn by much
    const most = Math.max(1, requestsPerMinute / 60);
    this.bucket = { perMs: requestsPerMinute / 60_000, most, tokens: most, filledAt: performance.now() };
  }

  /** Waits until a request may go; throws TransientError with the time to come again when that is long. */
  async take(signal: AbortSignal): Promise<void> {
    const wait = this.reserve();
    if (wait === 0) return;
    if (wait > LONGEST_WAIT_MS) {
      this.giveBack();
      const retryAt = new Date(this.now().getTime() + wait);
      throw new TransientError('PLATFORM_RATE_LIMITED', `${this.platform} may not be asked so fast`, { retryAt });
    }
    await sleep(wait, undefined, { signal });
  }

  /** Takes note of what an answer says of the platform's limit. */
  learn(headers: Headers, retryAt: Date | undefined): void {
    if (retryAt) this.heldUntil = this.inMs(retryAt.getTime() - this.now().getTime());
    const told = rateWindow(headers, this.now());
    if (!told) return;
    const ends = this.inMs(told.endsInSeconds * 1000);
    // answers overtake each other: within one window the smallest number is the newest
    const isSame = this.window !== undefined && ends.steady - this.window.ends.steady < 1500;
    this.window = { left: isSame ? Math.min(this.window?.left ?? told.left, told.left) : told.left, ends };
  }

  private reserve(): number {
    return Math.ceil(Math.max(this.untilToken(), this.until(this.heldUntil), this.untilWindow()));
  }

  private untilToken(): number {
    if (!this.bucket) return 0;
    const { perMs, most, tokens, filledAt } = this.bucket;
    const at = performance.now();
    const left = Math.min(most, tokens + (at - filledAt) * perMs) - 1;
    Object.assign(this.bucket, { tokens: left, filledAt: at });
    return left < 0 ? -left / perMs : 0;
  }

  private untilWindow(): number {
    if (!this.window) return 0;
    const ends = this.until(this.window.ends);
    if (ends === 0) this.window = undefined;
    else if (--this.window.left < 0) return ends;
    return 0;
  }

  private giveBack(): void {
    if (this.bucket) this.bucket.tokens += 1;
    if (this.window) this.window.left += 1;
  }

  private until({ wall, steady }: Moment): number {
    return Math.max(0, Math.min(wall - this.now().getTime(), steady - performance.now()));
  }

  private inMs(wait: number): Moment {
    return { wall: this.now().getTime() + wait, steady: performance.now() + wait };
  }
}

import { DateTime } from 'luxon';
import { TransientError } from '#domain/errors.js';
import { untilAborted } from './until-aborted.js';

/** A token as a platform hands it out; without a life time it is good until the platform refuses it. */
export interface GivenToken {
  readonly token: string;
  readonly expiresInSeconds: number | undefined;
}

interface HeldToken {
  readonly token: string;
  readonly renewAt: DateTime | undefined;
}

/** A token is renewed this long before it ends, or a tenth of its life when that is shorter. */
const MARGIN_SECONDS = 60;

/**
 * The token of one platform, asked for when it is needed, renewed before it ends, and asked for once however many requests
 * want it at the same time. Printing it shows no token.
 */
export class AccessToken {
  #held: HeldToken | undefined;
  #asking: Promise<string> | undefined;
  readonly #ask: () => Promise<GivenToken>;

  /** `ask` must end by itself: it serves everybody who waits, so nobody's signal may stop it. */
  constructor(
    ask: () => Promise<GivenToken>,
    private readonly now: () => Date,
  ) {
    this.#ask = ask;
  }

  async get(signal: AbortSignal): Promise<string> {
    const held = this.#held;
    if (held && (!held.renewAt || DateTime.fromJSDate(this.now()) < held.renewAt)) return held.token;
    this.#asking ??= this.renew().finally(() => (this.#asking = undefined));
    try {
      return await untilAborted(signal, this.#asking);
    } catch (thrown) {
      throw signal.aborted ? new TransientError('PLATFORM_UNREACHABLE', 'work with the platform was stopped') : thrown;
    }
  }

  /** Forgets a token that the platform refused; one that has replaced it meanwhile stays. */
  drop(token: string): void {
    if (this.#held?.token === token) this.#held = undefined;
  }

  private async renew(): Promise<string> {
    const { token, expiresInSeconds } = await this.#ask();
    const seconds = expiresInSeconds && expiresInSeconds - Math.min(MARGIN_SECONDS, expiresInSeconds / 10);
    this.#held = { token, renewAt: seconds === undefined ? undefined : DateTime.fromJSDate(this.now()).plus({ seconds }) };
    return token;
  }
}

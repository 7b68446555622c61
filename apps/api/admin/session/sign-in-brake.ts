import { Injectable } from '@nestjs/common';
import { TransientError } from '#domain/errors.js';
import { Clock } from '#domain/ports/clock.js';

interface Failures {
  readonly count: number;
  readonly waitUntil: number;
}

/** Wrong passwords that cost nothing: a person mistypes. An address has many people behind it. */
const FREE_FOR_NAME = 5;
const FREE_FOR_ADDRESS = 30;
const LONGEST_WAIT_MS = 15 * 60_000;
const KEPT = 10_000;

/** Slows guessing down: each wrong password beyond the free ones doubles the wait, from a second to a quarter of an hour. */
@Injectable()
export class SignInBrake {
  private readonly failures = new Map<string, Failures>();

  constructor(private readonly clock: Clock) {}

  /** Throws `TOO_MANY_ATTEMPTS` while the wait of this name or address lasts. */
  check(name: string, address: string): void {
    const now = this.clock.now().getTime();
    const until = Math.max(...keysOf(name, address).map(({ key }) => this.failures.get(key)?.waitUntil ?? 0));
    if (until > now) throw new TransientError('TOO_MANY_ATTEMPTS', 'too many wrong passwords', { retryAt: new Date(until) });
  }

  failed(name: string, address: string): void {
    const now = this.clock.now().getTime();
    for (const { key, free } of keysOf(name, address)) {
      const count = (this.failures.get(key)?.count ?? 0) + 1;
      const wait = count <= free ? 0 : Math.min(1000 * 2 ** (count - free - 1), LONGEST_WAIT_MS);
      this.failures.delete(key);
      this.failures.set(key, { count, waitUntil: now + wait });
    }
    this.forgetOldest();
  }

  succeeded(name: string, address: string): void {
    for (const { key } of keysOf(name, address)) this.failures.delete(key);
  }

  private forgetOldest(): void {
    for (const key of this.failures.keys()) {
      if (this.failures.size <= KEPT) return;
      this.failures.delete(key);
    }
  }
}

const keysOf = (name: string, address: string) => [
  { key: `${address} ${name}`, free: FREE_FOR_NAME },
  { key: address, free: FREE_FOR_ADDRESS },
];

import { Injectable } from '@nestjs/common';
import { RejectedError, TransientError } from '#domain/errors.js';
import { Clock } from '#domain/ports/clock.js';
import { hashPassword, isOutdated, verifyPassword } from '#identity/operators/password.js';
import { countedFor } from '#identity/operators/sign-in-waits.js';
import type { OperatorAccount } from '#storage/people/operator-accounts.js';
import { OperatorAccounts } from '#storage/people/operator-accounts.js';
import { SignInTries } from '#storage/people/sign-in-tries.js';
import { FactorCheck } from './factor-check.js';
import type { Desk, NewSession } from './sessions.js';
import { Sessions } from './sessions.js';

/** What somebody signs in with. */
export interface Credentials {
  readonly name: string;
  readonly password: string;
  /** Six digits of the second factor, or a recovery code. */
  readonly code?: string;
}

/** Signing in with a password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: OperatorAccounts,
    private readonly tries: SignInTries,
    private readonly factors: FactorCheck,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws `UNAUTHENTICATED` for a wrong name or password, `SECOND_FACTOR_REQUIRED` and `SECOND_FACTOR_WRONG` after a right
   * one, `TOO_MANY_ATTEMPTS` after too many wrong ones of either.
   */
  async signIn({ name, password, code }: Credentials, desk: Desk): Promise<NewSession> {
    const counted = countedFor(name, desk.address);
    const retryAt = await this.tries.take(counted, this.clock.now());
    if (retryAt) throw new TransientError('TOO_MANY_ATTEMPTS', 'too many wrong passwords', { retryAt });
    const account = await this.accounts.find(name);
    const isRight = await verifyPassword(password, account?.passwordHash);
    if (!isRight || !account) throw new RejectedError('UNAUTHENTICATED', 'name or password is wrong');
    await this.factors.insist(account, code);
    await this.tries.succeeded(counted, this.clock.now());
    await this.renewHash(account, password);
    return this.sessions.open(account, desk);
  }

  /** The only moment a password is known is the one to give it a better hash. */
  private async renewHash({ id, passwordHash }: OperatorAccount, password: string): Promise<void> {
    if (passwordHash === null || !isOutdated(passwordHash)) return;
    await this.accounts.rehash(id, passwordHash, await hashPassword(password));
  }
}

import { Injectable } from '@nestjs/common';
import { RejectedError, TransientError } from '#domain/errors.js';
import { Clock } from '#domain/ports/clock.js';
import { hashPassword, verifyPassword } from '#identity/operators/password.js';
import { faultOfPassword } from '#identity/operators/password-rules.js';
import { countedFor } from '#identity/operators/sign-in-waits.js';
import type { OperatorAccount } from '#storage/people/operator-accounts.js';
import { OperatorAccounts } from '#storage/people/operator-accounts.js';
import { SignInTries } from '#storage/people/sign-in-tries.js';
import { ownSession } from './signed-in.js';
import type { SignedIn } from './signed-in.js';

/** What people change of their own account; each time they say their password once more. */
@Injectable()
export class OwnAccount {
  constructor(
    private readonly accounts: OperatorAccounts,
    private readonly tries: SignInTries,
    private readonly clock: Clock,
  ) {}

  /** The account of who asks, and has just shown that it is theirs. Throws `UNAUTHENTICATED`, `TOO_MANY_ATTEMPTS`. */
  async confirmed(who: SignedIn, password: string): Promise<OperatorAccount> {
    // Of the person and of no address: a session that was left open is no place to guess from.
    const counted = countedFor(who.name, `session of ${who.id}`);
    const retryAt = await this.tries.take(counted, this.clock.now());
    if (retryAt) throw new TransientError('TOO_MANY_ATTEMPTS', 'too many wrong passwords', { retryAt });
    const account = await this.accounts.byId(who.id);
    if (!account || !(await verifyPassword(password, account.passwordHash))) {
      throw new RejectedError('UNAUTHENTICATED', 'the password is wrong');
    }
    await this.tries.succeeded(counted, this.clock.now());
    return account;
  }

  /** Throws `PASSWORD_WEAK` with the reason in Chinese. Everywhere else the person is signed out. */
  async changePassword(who: SignedIn, current: string, next: string): Promise<void> {
    const { tokenHash } = ownSession(who);
    const account = await this.confirmed(who, current);
    const fault = next === current ? '新密码不能与原密码相同' : faultOfPassword(next, account.name);
    if (fault !== undefined) throw new RejectedError('PASSWORD_WEAK', fault);
    await this.accounts.changePassword(account.id, await hashPassword(next), tokenHash, this.clock.now());
  }
}

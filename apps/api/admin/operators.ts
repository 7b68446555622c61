import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RejectedError } from '#domain/errors.js';
import { Clock } from '#domain/ports/clock.js';
import { IdSource } from '#domain/ports/ids.js';
import { hashPassword, verifyPassword } from '#identity/operators/password.js';
import { hashSessionToken, newSessionToken } from '#identity/operators/session-token.js';
import type { OpenSession } from '#storage/people/operator-accounts.js';
import { OperatorAccounts } from '#storage/people/operator-accounts.js';
import { SignInBrake } from './session/sign-in-brake.js';

/** A working day and its overtime. */
export const SESSION_SECONDS = 12 * 3600;

/** A session as whoever opened it gets it; the token is shown this once. */
export interface NewSession extends OpenSession {
  readonly token: string;
}

/** People who work at the desk: their passwords and sessions. */
@Injectable()
export class Operators {
  constructor(
    private readonly accounts: OperatorAccounts,
    private readonly brake: SignInBrake,
    private readonly clock: Clock,
    private readonly ids: IdSource,
  ) {}

  /** Makes the first account where there is none; its password is told here and never again. */
  async ensureFirstOperator(name: string): Promise<{ name: string; oneTimePassword: string } | undefined> {
    if (!(await this.accounts.isEmpty())) return undefined;
    const oneTimePassword = randomBytes(12).toString('base64url');
    const isAdded = await this.accounts.addFirst(await this.change(name, oneTimePassword));
    return isAdded ? { name, oneTimePassword } : undefined;
  }

  /** Makes the account where it is missing, and ends its sessions. */
  async setPassword(name: string, password: string): Promise<void> {
    await this.accounts.put(await this.change(name, password));
  }

  /** Throws `UNAUTHENTICATED` for a wrong name or password, `TOO_MANY_ATTEMPTS` after too many of them. */
  async signIn(name: string, password: string, address: string): Promise<NewSession> {
    this.brake.check(name, address);
    const account = await this.accounts.find(name);
    const isRight = await verifyPassword(password, account?.passwordHash);
    if (!isRight || !account) {
      this.brake.failed(name, address);
      throw new RejectedError('UNAUTHENTICATED', 'name or password is wrong');
    }
    this.brake.succeeded(name, address);
    const now = this.clock.now();
    const { token, hash } = newSessionToken();
    const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
    await this.accounts.openSession(account.id, hash, expiresAt, now);
    return { token, name: account.name, expiresAt };
  }

  session(token: string): Promise<OpenSession | undefined> {
    return this.accounts.session(hashSessionToken(token), this.clock.now());
  }

  async signOut(token: string): Promise<void> {
    await this.accounts.closeSession(hashSessionToken(token));
  }

  private async change(name: string, password: string) {
    return { id: this.ids.next(), name, passwordHash: await hashPassword(password), at: this.clock.now() };
  }
}

import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '#domain/ports/clock.js';
import { IdSource } from '#domain/ports/ids.js';
import { hashPassword } from '#identity/operators/password.js';
import { OperatorAccounts } from '#storage/people/operator-accounts.js';

/** A password that opens one door once: whoever signs in with it chooses another. 96 random bits. */
export const oneTimePassword = (): string => randomBytes(12).toString('base64url');

/** Accounts that are made before anybody is signed in; the others are made by people. */
@Injectable()
export class Operators {
  constructor(
    private readonly accounts: OperatorAccounts,
    private readonly clock: Clock,
    private readonly ids: IdSource,
  ) {}

  /** Makes the first account, an admin, where there is none; its password is told here and never again. */
  async ensureFirstOperator(name: string): Promise<{ name: string; oneTimePassword: string } | undefined> {
    if (!(await this.accounts.isEmpty())) return undefined;
    const password = oneTimePassword();
    const isAdded = await this.accounts.addFirst(await this.change(name, password, true));
    return isAdded ? { name, oneTimePassword: password } : undefined;
  }

  /** Makes the account, an admin's, where it is missing, and ends its sessions. For the machine's own people: the city's dispatcher. */
  async setPassword(name: string, password: string): Promise<void> {
    await this.accounts.put(await this.change(name, password, false));
  }

  private async change(name: string, password: string, mustChange: boolean) {
    const passwordHash = await hashPassword(password);
    return { id: this.ids.next(), name, passwordHash, at: this.clock.now(), mustChange };
  }
}

import { Injectable } from '@nestjs/common';
import { RejectedError } from '#domain/errors.js';
import { Clock } from '#domain/ports/clock.js';
import { SecretSeal } from '#domain/ports/secret-seal.js';
import { hashRecoveryCode, newRecoveryCodes } from '#identity/operators/recovery-codes.js';
import type { OfferedFactor } from '#identity/operators/totp.js';
import { offerFactor } from '#identity/operators/totp.js';
import { OperatorAccounts } from '#storage/people/operator-accounts.js';
import { SecondFactors } from '#storage/people/second-factors.js';
import { FactorCheck } from './factor-check.js';
import { OwnAccount } from './own-account.js';
import type { SignedIn } from './signed-in.js';

/** 动态口令: a person's own second factor. */
@Injectable()
export class OwnFactor {
  constructor(
    private readonly own: OwnAccount,
    private readonly accounts: OperatorAccounts,
    private readonly factors: SecondFactors,
    private readonly check: FactorCheck,
    private readonly seal: SecretSeal,
    private readonly clock: Clock,
  ) {}

  /** A secret to put into an authenticator app; nothing is asked for before it is confirmed. Throws `SECOND_FACTOR_SET`. */
  async offer(who: SignedIn, password: string): Promise<OfferedFactor> {
    const account = await this.own.confirmed(who, password);
    const offered = offerFactor(account.name);
    const isKept = await this.factors.offer(account.id, this.seal.seal(offered.secret, `totp:${account.id}`));
    if (!isKept) throw new RejectedError('SECOND_FACTOR_SET', 'there is a second factor; remove it first');
    return offered;
  }

  /** The recovery codes are in this answer and nowhere else. Throws `SECOND_FACTOR_WRONG`, `SECOND_FACTOR_SET`. */
  async confirm(who: SignedIn, code: string): Promise<{ recoveryCodes: string[] }> {
    const account = await this.accounts.byId(who.id);
    const step = account?.totpSecret ? this.check.step(account, code) : undefined;
    if (step === undefined) throw new RejectedError('SECOND_FACTOR_WRONG', 'the code is wrong, or no factor was offered');
    const recoveryCodes = newRecoveryCodes();
    const isConfirmed = await this.factors.confirm(who.id, step, recoveryCodes.map(hashRecoveryCode), this.clock.now());
    if (!isConfirmed) throw new RejectedError('SECOND_FACTOR_SET', 'there is a second factor; remove it first');
    return { recoveryCodes };
  }

  /** Takes password and code: whoever finds an open session, or knows the password, cannot. */
  async remove(who: SignedIn, password: string, code: string): Promise<void> {
    const account = await this.own.confirmed(who, password);
    await this.check.insist(account, code);
    await this.factors.remove(account.id);
  }
}

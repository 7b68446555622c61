import { Injectable } from '@nestjs/common';
import { Defect, RejectedError } from '#domain/errors.js';
import { Clock } from '#domain/ports/clock.js';
import { SecretSeal } from '#domain/ports/secret-seal.js';
import { hashRecoveryCode, looksLikeRecoveryCode } from '#identity/operators/recovery-codes.js';
import { stepOf } from '#identity/operators/totp.js';
import type { OperatorAccount } from '#storage/people/operator-accounts.js';
import { SecondFactors } from '#storage/people/second-factors.js';

/** Looks at the codes of a second factor (动态口令). */
@Injectable()
export class FactorCheck {
  constructor(
    private readonly factors: SecondFactors,
    private readonly seal: SecretSeal,
    private readonly clock: Clock,
  ) {}

  /** Throws `SECOND_FACTOR_REQUIRED` or `SECOND_FACTOR_WRONG` where the account has one and the code does not show it. */
  async insist(account: OperatorAccount, code: string | undefined): Promise<void> {
    if (account.totpSince === null) return;
    if (code === undefined) throw new RejectedError('SECOND_FACTOR_REQUIRED', 'the code of the second factor is missing');
    const isRight = looksLikeRecoveryCode(code)
      ? await this.factors.takeCode(account.id, hashRecoveryCode(code), this.clock.now())
      : await this.takes(account, code);
    if (!isRight) throw new RejectedError('SECOND_FACTOR_WRONG', 'the code is wrong or was used before');
  }

  /** The step of a right code of a secret that is kept, confirmed or not. */
  step(account: OperatorAccount, code: string): number | undefined {
    const { id, totpSecret, totpStep } = account;
    const secret = totpSecret === null ? undefined : this.seal.open(totpSecret, `totp:${id}`);
    if (secret === undefined) throw new Defect('DEFECT', 'the secret of a second factor cannot be opened');
    return stepOf(code, secret, this.clock.now(), totpStep === null ? undefined : Number(totpStep));
  }

  private async takes(account: OperatorAccount, code: string): Promise<boolean> {
    const step = this.step(account, code);
    return step !== undefined && (await this.factors.takeStep(account.id, step));
  }
}

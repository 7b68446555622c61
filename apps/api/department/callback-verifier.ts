import { createHash } from 'node:crypto';
import { verifyWebhook } from '#domain/delivery/webhook-signature.js';
import { RejectedError } from '#domain/errors.js';
import type { ErrorCode } from '#domain/error-codes.js';
import type { Clock } from '#domain/ports/clock.js';
import type { MessageIdentity } from '#pipeline/case-desk.js';
import type { DepartmentSecrets } from '#domain/ports/department-secrets.js';
import type { RefusalLog } from '#domain/ports/refusal-log.js';

/** A call-back as it came in. */
export interface Callback {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

/** Believes a call-back only when the department it names has signed it, now; every other one is refused and kept on record. */
export class CallbackVerifier {
  constructor(
    private readonly secrets: DepartmentSecrets,
    private readonly refusals: RefusalLog,
    private readonly clock: Clock,
  ) {}

  async verify({ headers, body }: Callback): Promise<MessageIdentity> {
    const department = headers['x-department'] ?? '';
    const secrets = this.secrets.of(department);
    if (!secrets) return this.refuse(department, 'CALLBACK_SIGNATURE_INVALID', 'unknown department');
    const verdict = verifyWebhook({ headers, body }, secrets, this.clock.now());
    if (verdict.kind === 'refused') {
      const code = verdict.refusal === 'outside-tolerance' ? 'CALLBACK_OUTSIDE_TOLERANCE' : 'CALLBACK_SIGNATURE_INVALID';
      return this.refuse(department, code, verdict.refusal);
    }
    return {
      sender: department,
      messageId: verdict.id,
      bodyHash: createHash('sha256').update(body).digest(),
    };
  }

  private async refuse(who: string, code: ErrorCode, detail: string): Promise<never> {
    await this.refusals.note({ who: `department:${who.slice(0, 100)}`, code, detail });
    throw new RejectedError(code, `the call-back is refused: ${detail}`);
  }
}

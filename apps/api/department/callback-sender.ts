import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RejectedError } from '#domain/errors.js';
import type { MessageIdentity } from '#pipeline/case-desk.js';
import type { Callback } from './callback-verifier.js';
import { CallbackVerifier } from './callback-verifier.js';
import { bearerOf, DepartmentKeys } from './department-keys.js';

/** Printable, as a header can carry it. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;

/** Tells who sent a call-back, and which message it is: by its signature, or by an API key and an idempotency key. */
@Injectable()
export class CallbackSender {
  constructor(
    private readonly verifier: CallbackVerifier,
    private readonly keys: DepartmentKeys,
  ) {}

  async identify(callback: Callback): Promise<MessageIdentity> {
    const { headers, body } = callback;
    if (bearerOf(headers['authorization']) === undefined) return this.verifier.verify(callback);
    const sender = await this.keys.departmentOf(headers['authorization']);
    const messageId = headers['idempotency-key'] ?? '';
    if (!IDEMPOTENCY_KEY.test(messageId)) {
      throw new RejectedError('REQUEST_INVALID', 'Idempotency-Key: 1 to 200 printable characters that name the message');
    }
    return { sender, messageId, bodyHash: createHash('sha256').update(body).digest() };
  }
}

import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#domain/error-codes.js';
import { RejectedError } from '#domain/errors.js';
import type { DepartmentId } from '#domain/ids.js';
import { as } from '#domain/ids.js';
import type { ApiKey } from '#domain/ports/api-key-book.js';
import { Clock } from '#domain/ports/clock.js';
import { RefusalLog } from '#domain/ports/refusal-log.js';
import { ApiKeys } from '#identity/api-keys/api-keys.js';

const BEARER = /^Bearer (\S+)$/i;

/** The token of an authorization header; undefined when it carries none. */
export const bearerOf = (authorization: string | undefined): string | undefined => BEARER.exec(authorization ?? '')?.[1];

/** Tells whose key a program carries. Why one is refused stands in the refusal log; the caller learns only that it is. */
@Injectable()
export class DepartmentKeys {
  constructor(
    private readonly keys: ApiKeys,
    private readonly refusals: RefusalLog,
    private readonly clock: Clock,
  ) {}

  /** Throws `UNAUTHENTICATED`, or `FORBIDDEN` for a key that is not one department's. */
  async departmentOf(authorization: string | undefined): Promise<DepartmentId> {
    const token = bearerOf(authorization);
    if (token === undefined) return this.unknown('UNAUTHENTICATED', 'no API key');
    const verdict = await this.keys.find(token, this.clock.now());
    if (verdict.kind === 'refused') return this.unknown(verdict.code, verdict.id && `key ${verdict.id}`);
    return this.departmentOfKey(verdict.key);
  }

  private async departmentOfKey({ id, role, scopeKind, scopeIds }: ApiKey): Promise<DepartmentId> {
    if (role === 'department' && scopeKind === 'department' && scopeIds.length === 1) return as(scopeIds[0]);
    await this.refusals.note({ who: `key:${id}`, code: 'FORBIDDEN', detail: 'the key is not one department’s' });
    throw new RejectedError('FORBIDDEN', 'the key is not one department’s');
  }

  private async unknown(code: ErrorCode, detail = 'not a token of ours'): Promise<never> {
    await this.refusals.note({ who: 'department:', code, detail });
    throw new RejectedError('UNAUTHENTICATED', 'the request needs the API key of a department');
  }
}

import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ErrorCode } from '#domain/error-codes.js';
import { RejectedError } from '#domain/errors.js';
import { Clock } from '#domain/ports/clock.js';
import type { CaseScope } from '#identity/access/case-scope.js';
import { mayDo, mayKeysDo } from '#identity/access/permissions.js';
import { readStanding } from '#identity/access/roles.js';
import { ApiKeys } from '#identity/api-keys/api-keys.js';
import { ScopeGate } from '#storage/people/scope-gate.js';
import type { RouteRule, Subject } from './allow.js';
import { comesFromElsewhere } from './cross-site.js';
import { carriedToken } from './session-cookie.js';
import { Sessions } from './sessions.js';
import type { SignedIn } from './signed-in.js';
import { namedCases } from './named-cases.js';

const KEY = /^hlk_/;
/** What a foreign one is called, as if it were not there: whoever guesses numbers learns nothing. */
const UNKNOWN: Readonly<Record<Exclude<Subject, 'list'>, ErrorCode>> = {
  case: 'CASE_UNKNOWN',
  cases: 'CASE_UNKNOWN',
  suggestion: 'SUGGESTION_UNKNOWN',
  undertaking: 'UNDERTAKING_UNKNOWN',
};

/** Finds out who asks, and holds them to the rule of the route. */
@Injectable()
export class Gatekeeper {
  constructor(
    private readonly sessions: Sessions,
    private readonly keys: ApiKeys,
    private readonly gate: ScopeGate,
    private readonly clock: Clock,
  ) {}

  /** Throws `UNAUTHENTICATED`; `FORBIDDEN` for a cookie that another site's page made the browser send. */
  async recognise(request: FastifyRequest): Promise<SignedIn> {
    const carried = carriedToken(request);
    const who =
      carried && (KEY.test(carried.token) ? await this.program(carried.token) : await this.sessions.find(carried.token));
    if (!carried || !who) throw new RejectedError('UNAUTHENTICATED', 'sign in first');
    if (carried.isCookie && comesFromElsewhere(request)) {
      throw new RejectedError('FORBIDDEN', 'the request comes from another site');
    }
    return who;
  }

  /** Throws `PASSWORD_CHANGE_REQUIRED`, `FORBIDDEN`, or that there is no such case, suggestion or undertaking. */
  async insist(who: SignedIn, { permission, subject }: RouteRule, request: FastifyRequest): Promise<void> {
    if (who.session?.mustChange === true && permission !== 'self.manage') {
      throw new RejectedError('PASSWORD_CHANGE_REQUIRED', 'choose a password of your own first');
    }
    const isAllowed = mayDo(who, permission) && (who.session !== undefined || mayKeysDo(permission));
    if (!isAllowed) throw new RejectedError('FORBIDDEN', `the role ${who.role} may not do that, or not with its scope`);
    if (subject === undefined || subject === 'list' || who.scope.kind === 'all') return;
    if (!(await this.sees(who.scope, subject, request)))
      throw new RejectedError(UNKNOWN[subject], 'there is nothing of that name');
  }

  private async sees(scope: CaseScope, subject: Exclude<Subject, 'list'>, request: FastifyRequest): Promise<boolean> {
    const { id = '', number = '' } = request.params as { id?: string; number?: string };
    switch (subject) {
      case 'case':
        return this.gate.seesCases(scope, [number]);
      case 'cases':
        return this.gate.seesCases(
          scope,
          [number, ...namedCases(request.body)].filter((name) => name !== ''),
        );
      case 'suggestion':
        return this.gate.seesSuggestion(scope, id);
      case 'undertaking':
        return this.gate.seesUndertaking(scope, id);
    }
  }

  private async program(token: string): Promise<SignedIn | undefined> {
    const verdict = await this.keys.find(token, this.clock.now());
    if (verdict.kind === 'refused') return undefined;
    const { id, role, scopeKind, scopeIds } = verdict.key;
    const standing = readStanding(role, { kind: scopeKind, ids: scopeIds });
    return standing && { ...standing, id, name: `key:${id}` };
  }
}

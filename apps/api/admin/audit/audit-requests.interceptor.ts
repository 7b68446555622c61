import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { HttpException, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { catchError, mergeMap, type Observable } from 'rxjs';
import { toHubError } from '#domain/errors.js';
import { AuditLog } from '#domain/ports/audit-log.js';
import { ROUTE_RULE, type RouteRule } from '../session/allow.js';
import { signedInOf } from '../session/session.guard.js';
import { Audited, namedForAudit } from './audited.js';
import { auditedOutcome, auditedRequest, claimedName } from './audited-request.js';

/** Reading that takes data out of the hub. */
const AUDITED_READS: readonly RouteRule['permission'][] = ['cases.export'];

/**
 * Everything that is asked of the operators' API, other than to look, lands in the audit before it is answered: commands done and
 * refused, sign-ins and failed ones, exports. Where the line cannot be written the answer is an error although the command
 * was carried out: sent again under its request id it has one effect and its line.
 */
@Injectable()
export class AuditRequests implements NestInterceptor {
  constructor(
    private readonly audit: AuditLog,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http' || !this.isAudited(context)) return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return next.handle().pipe(
      catchError(async (thrown: unknown) => {
        await this.note(request, refusalOf(thrown));
        throw thrown;
      }),
      mergeMap(async (answer: unknown) => {
        await this.note(request);
        return answer;
      }),
    );
  }

  private isAudited(context: ExecutionContext): boolean {
    const { method } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!['GET', 'HEAD', 'OPTIONS'].includes(method) || this.reflector.get(Audited, context.getHandler())) return true;
    const rule = this.reflector.getAllAndOverride<RouteRule | undefined>(ROUTE_RULE, [context.getHandler(), context.getClass()]);
    return rule !== undefined && AUDITED_READS.includes(rule.permission);
  }

  private async note(request: FastifyRequest, refusal?: string): Promise<void> {
    const person = signedInOf(request)?.name ?? namedForAudit(request);
    // a stranger who asks nonsense, or is held back by the brake, must not be able to fill the log
    if (!person && refusal !== undefined && refusal !== 'UNAUTHENTICATED') return;
    const line = auditedRequest(request, person ?? claimedName(request.body));
    if (line) await this.audit.append({ ...line, data: auditedOutcome(request, refusal) });
  }
}

const refusalOf = (thrown: unknown): string =>
  thrown instanceof HttpException ? `HTTP_${thrown.getStatus()}` : toHubError(thrown).code;

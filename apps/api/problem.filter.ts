import type { ArgumentsHost, ExceptionFilter, LoggerService } from '@nestjs/common';
import { Catch, HttpException } from '@nestjs/common';
import type { ErrorCode } from '#domain/error-codes.js';
import { Defect, HubError, OperatorError, TransientError, toHubError } from '#domain/errors.js';

/** RFC 9457. `code` is stable and listed in docs/errors.md. */
interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
}

interface Reply {
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  send(body: unknown): unknown;
}

/** Codes whose status says more than their kind. */
const STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  CASE_UNKNOWN: 404,
  REPORT_UNKNOWN: 404,
  SUGGESTION_UNKNOWN: 404,
  GROUPING_UNKNOWN: 404,
  UNDERTAKING_UNKNOWN: 404,
  NOT_FOUND: 404,
  PLATFORM_UNKNOWN: 404,
  UNAUTHENTICATED: 401,
  CALLBACK_SIGNATURE_INVALID: 401,
  CALLBACK_OUTSIDE_TOLERANCE: 401,
  PUSH_SIGNATURE_INVALID: 401,
  FORBIDDEN: 403,
  CASE_FOREIGN: 403,
  CALLBACK_REPLAYED: 409,
  CASE_MOVE_ILLEGAL: 409,
  CASE_VERSION_STALE: 409,
  SUGGESTION_ANSWERED: 409,
  GROUPING_ILLEGAL: 409,
  GROUPING_UNDONE: 409,
  UNDERTAKING_MOVE_ILLEGAL: 409,
  UNDERTAKING_INCOMPLETE: 409,
  UNDERTAKING_ITEMS_OPEN: 409,
  UNDERTAKING_VERSION_STALE: 409,
  ENDPOINT_HAS_NO_ADDRESS: 409,
  ENDPOINT_SECRETS_FULL: 409,
  REQUEST_REPEATED: 409,
  CASE_TERMS_INVALID: 422,
  TOO_MANY_ATTEMPTS: 429,
};

/** The one place where an error becomes an answer. A defect tells a stranger nothing but that it was one. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: LoggerService) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const error = fromHttp(thrown) ?? toHubError(thrown);
    const status = thrown instanceof HttpException ? thrown.getStatus() : statusOf(error);
    if (error instanceof Defect) this.logger.error(error.cause instanceof Error ? error.cause : error);
    const detail = error instanceof Defect ? 'the hub made a mistake; it is in the log' : error.message;
    const problem: Problem = {
      type: `https://huiliu.example/errors#${error.code}`,
      title: error.name,
      status,
      code: error.code,
      detail,
    };
    const reply = host.switchToHttp().getResponse<Reply>().status(status).header('content-type', 'application/problem+json');
    if (error instanceof TransientError) reply.header('retry-after', '2');
    reply.send({ ...problem, ...error.details });
  }
}

function statusOf(error: HubError): number {
  const known = STATUS[error.code];
  if (known !== undefined) return known;
  if (error instanceof TransientError) return 503;
  if (error instanceof OperatorError) return 424;
  return error instanceof Defect ? 500 : 400;
}

/** What Nest and Fastify refuse by themselves: unknown addresses, oversize or malformed bodies, failed validation. */
function fromHttp(thrown: unknown): HubError | undefined {
  const status = thrown instanceof HttpException ? thrown.getStatus() : (thrown as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status !== 'number' || status >= 500) return undefined;
  return new HttpRefusal(status === 404 ? 'NOT_FOUND' : 'REQUEST_INVALID', messageOf(thrown));
}

class HttpRefusal extends HubError {}

function messageOf(thrown: unknown): string {
  const body = thrown instanceof HttpException ? thrown.getResponse() : undefined;
  const message = typeof body === 'object' ? (body as { message?: unknown }).message : undefined;
  if (Array.isArray(message)) return message.join('; ');
  return thrown instanceof Error ? thrown.message : 'the request cannot be used';
}

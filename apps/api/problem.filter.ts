import type { ArgumentsHost, ExceptionFilter, LoggerService } from '@nestjs/common';
import { Catch, HttpException } from '@nestjs/common';
import { hideIdentitiesIn } from '#domain/privacy/hide-identities.js';
import { Defect, HubError, OperatorError, TransientError, toHubError } from '#domain/errors.js';
import { wordFault } from './fault-words.js';
import { languageOf, type Language } from './language.js';
import type { FieldFault, Problem } from './problem.js';
import { PROBLEM_STATUS } from './problem-status.js';
import { RequestInvalid } from './request-invalid.js';

interface Asked {
  readonly headers: Readonly<Record<string, string | undefined>>;
}

interface Reply {
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  send(body: unknown): unknown;
}

/** The one place where an error becomes an answer. A defect tells a stranger nothing but that it was one. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: LoggerService) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const error = fromHttp(thrown) ?? toHubError(thrown);
    if (error instanceof Defect) this.logger.error(error.cause instanceof Error ? error.cause : error);
    const http = host.switchToHttp();
    const status = httpStatusOf(thrown) ?? statusOf(error);
    const language = languageOf(http.getRequest<Asked>().headers['accept-language']);
    const reply = http.getResponse<Reply>().status(status).header('content-type', 'application/problem+json');
    if (error instanceof TransientError) reply.header('retry-after', secondsUntil(error.retryAt));
    // What an error tells beside its code never takes the place of what every problem has. Refusals repeat what was asked.
    reply.send(hideIdentitiesIn({ ...error.details, ...problemOf(error, status, language) }));
  }
}

function problemOf(error: HubError, status: number, language: Language): Problem {
  const errors = error instanceof RequestInvalid ? error.faults.map((fault) => wordFault(fault, language)) : undefined;
  return {
    type: `https://huiliu.example/errors#${error.code}`,
    title: error.name,
    status,
    code: error.code,
    detail: detailOf(error, errors),
    ...(errors && { errors }),
  };
}

function detailOf(error: HubError, errors: readonly FieldFault[] | undefined): string {
  if (errors) return errors.map(({ field, message }) => `${field}: ${message}`).join('; ');
  return error instanceof Defect ? 'the hub made a mistake; it is in the log' : error.message;
}

const secondsUntil = (instant: Date | undefined): string =>
  String(instant ? Math.max(1, Math.ceil((instant.getTime() - Date.now()) / 1000)) : 2);

function statusOf(error: HubError): number {
  const known = PROBLEM_STATUS[error.code];
  if (known !== undefined) return known;
  if (error instanceof TransientError) return 503;
  if (error instanceof OperatorError) return 424;
  return error instanceof Defect ? 500 : 400;
}

/** What Nest and Fastify refuse by themselves: unknown addresses, oversize or malformed bodies, failed validation. */
function fromHttp(thrown: unknown): HubError | undefined {
  const status = httpStatusOf(thrown);
  if (status === undefined || status >= 500) return undefined;
  return new HttpRefusal(status === 404 ? 'NOT_FOUND' : 'REQUEST_INVALID', messageOf(thrown));
}

function httpStatusOf(thrown: unknown): number | undefined {
  const status = thrown instanceof HttpException ? thrown.getStatus() : (thrown as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

class HttpRefusal extends HubError {}

function messageOf(thrown: unknown): string {
  const body = thrown instanceof HttpException ? thrown.getResponse() : undefined;
  const message = typeof body === 'object' ? (body as { message?: unknown }).message : undefined;
  if (Array.isArray(message)) return message.join('; ');
  return thrown instanceof Error ? thrown.message : 'the request cannot be used';
}

import type { ArgumentsHost, ExceptionFilter, LoggerService } from '@nestjs/common';
import { Catch, HttpException, Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Defect, OperatorError, TransientError, toHubError } from '#domain/errors.js';
import { LOGGER } from '#runtime/logger.js';
import { formatOf } from './call.js';
import { render } from './document.js';
import { Open311Refusal } from './refusal.js';

/** Errors as GeoReport lists them, each with its status again as its code. */
@Injectable()
@Catch()
export class Open311ErrorFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: LoggerService) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const error = toHubError(thrown);
    const status = statusOf(thrown);
    if (status === 500) this.logger.error(error.cause instanceof Error ? error.cause : error);
    const description = status === 500 ? 'the hub made a mistake; it is in the log' : error.message;
    const http = host.switchToHttp();
    const errors = { root: 'errors', content: [{ code: status, description }] };
    const { type, body } = render(errors, formatOf(http.getRequest<FastifyRequest>().url));
    const reply = http.getResponse<FastifyReply>().status(status).header('content-type', type);
    if (error instanceof TransientError) void reply.header('retry-after', '2');
    void reply.send(body);
  }
}

function statusOf(thrown: unknown): number {
  if (thrown instanceof Open311Refusal) return thrown.status;
  if (thrown instanceof HttpException) return thrown.getStatus();
  const error = toHubError(thrown);
  if (error instanceof TransientError) return 503;
  return error instanceof Defect || error instanceof OperatorError ? 500 : 400;
}

import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { map } from 'rxjs';
import { formatOf } from './call.js';
import type { Open311Document } from './document.js';
import { render } from './document.js';

/** Writes the document a handler returns in the format that the address names. */
@Injectable()
export class DocumentInterceptor implements NestInterceptor<Open311Document, string> {
  intercept(context: ExecutionContext, next: CallHandler<Open311Document>): Observable<string> {
    const http = context.switchToHttp();
    const format = formatOf(http.getRequest<FastifyRequest>().url);
    return next.handle().pipe(
      map((document) => {
        const { type, body } = render(document, format);
        void http.getResponse<FastifyReply>().header('content-type', type);
        return body;
      }),
    );
  }
}

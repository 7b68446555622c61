import type { FastifyInstance } from 'fastify';
import type { CityContext } from './city-context.js';

const BURST = 2;

/** Answers some requests with 429, some with a burst of 5xx, and cuts some bodies in the middle under a right length. */
function misbehave(scope: FastifyInstance, context: CityContext): void {
  let failuresLeft = 0;
  scope.addHook('onRequest', async (_request, reply) => {
    if (context.random() < context.mischief().tooMany) {
      return reply.code(429).header('retry-after', '1').send('slow down');
    }
    const { serverError } = context.mischief();
    if (serverError > 0 && failuresLeft > 0) failuresLeft--;
    else if (context.random() < serverError) failuresLeft = BURST;
    else return undefined;
    return reply
      .code(failuresLeft % 2 === 0 ? 503 : 500)
      .type('text/html')
      .send('<html><body>Server Error</body></html>');
  });
  scope.addHook('onSend', async (_request, reply, payload) => {
    if (typeof payload !== 'string' || reply.statusCode !== 200 || payload.length < 2) return payload;
    return context.random() < context.mischief().truncatedBody ? payload.slice(0, Math.floor(payload.length / 2)) : payload;
  });
}

/** One platform's corner of the city's server: its own prefix, bodies as plain text, its own bad days. */
export function openPlatform(
  app: FastifyInstance,
  prefix: string,
  context: CityContext,
  build: (scope: FastifyInstance) => void,
): void {
  void app.register(
    async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
      misbehave(scope, context);
      build(scope);
    },
    { prefix },
  );
}

/** A body that should be a JSON object; undefined when it is not. */
export function jsonBody(body: unknown): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(String(body));
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

import type {} from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { TransientError } from '#domain/errors.js';
import { callerOf } from './caller.js';

/** Requests a minute that are answered; 0: any number. */
export interface RequestLimits {
  /** Of one session or key. */
  readonly perPerson: number;
  /** Of one address, whoever is behind it. */
  readonly perAddress: number;
  /** Of one address that was refused (401, 403, 404): guessing ends here. */
  readonly refusalsPerAddress: number;
}

const MINUTE_MS = 60_000;
/** Machines that sign what they send are not slowed down: their pace is that of the hub. */
const BRAKED = /^\/api\//;
const REFUSALS: readonly number[] = [401, 403, 404];

type Limiter = ReturnType<FastifyInstance['createRateLimit']>;
type Counted = Exclude<Awaited<ReturnType<Limiter>>, { isAllowed: true }>;

/** Slows down who asks too much, and sooner who is refused all the time. Tells how much is left (RateLimit headers). */
export function brakeRequests(fastify: FastifyInstance, limits: RequestLimits): void {
  const limiter = (max: number, keyGenerator: (request: FastifyRequest) => string): Limiter | undefined =>
    max === 0 ? undefined : fastify.createRateLimit({ max, timeWindow: MINUTE_MS, keyGenerator });
  const refused = limiter(limits.refusalsPerAddress, ({ ip }) => `refused ${ip}`);
  const brakes = [
    limiter(limits.perAddress, ({ ip }) => `address ${ip}`),
    limiter(limits.perPerson, (request) => `person ${callerOf(request)}`),
  ].filter((brake) => brake !== undefined);

  fastify.addHook('onRequest', async (request, reply) => {
    if (!BRAKED.test(request.url)) return;
    const guesses = refused && counted(await refused(request, { increment: false }));
    if (guesses && guesses.remaining === 0) throw tooMany(guesses);
    for (const brake of brakes) {
      const count = counted(await brake(request));
      if (!count) continue;
      tell(reply, count);
      if (count.isExceeded) throw tooMany(count);
    }
  });
  fastify.addHook('onResponse', async (request, reply) => {
    if (refused && BRAKED.test(request.url) && REFUSALS.includes(reply.statusCode)) await refused(request);
  });
}

const counted = (result: Awaited<ReturnType<Limiter>>): Counted | undefined =>
  result.isAllowed ? undefined : (result as Counted);

function tell(reply: FastifyReply, { max, remaining, ttlInSeconds }: Counted): void {
  void reply.headers({ 'ratelimit-limit': max, 'ratelimit-remaining': remaining, 'ratelimit-reset': ttlInSeconds });
}

const tooMany = ({ ttl }: Counted): TransientError =>
  new TransientError('TOO_MANY_ATTEMPTS', 'too many requests', { retryAt: new Date(Date.now() + ttl) });

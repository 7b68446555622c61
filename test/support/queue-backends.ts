/** Where the doorbells of a test run hang. */
export interface QueueBackend {
  readonly name: 'PostgreSQL' | 'Redis';
  readonly redisUrl?: string;
}

/** Every backend this machine has. `npm test` says loudly when Redis is missing, and CI refuses to go on without it. */
export function queueBackends(): QueueBackend[] {
  const redisUrl = process.env['HUILIU_TEST_REDIS_URL'];
  return [{ name: 'PostgreSQL' }, ...(redisUrl ? [{ name: 'Redis' as const, redisUrl }] : [])];
}

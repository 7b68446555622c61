import type { FastifyRequest } from 'fastify';

type Asked = Pick<FastifyRequest, 'method' | 'headers'>;

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a browser says that another site's page made a request that changes something. Other programs say nothing, and
 * carry no cookie by themselves.
 */
export function comesFromElsewhere({ method, headers }: Asked): boolean {
  if (READING.has(method)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  // An old browser; a page without an origin of its own says "null".
  return headers.origin !== undefined && hostOf(headers.origin) !== headers.host;
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);

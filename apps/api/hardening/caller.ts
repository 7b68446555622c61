import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { carriedToken } from '../admin/session/session-cookie.js';

/** Who a request says it comes from, unchecked: a session or key, or the address of who has none. No token is kept in clear. */
export function callerOf(request: Pick<FastifyRequest, 'headers' | 'ip'>): string {
  const carried = carriedToken(request);
  return carried ? createHash('sha256').update(carried.token).digest('base64url') : request.ip;
}

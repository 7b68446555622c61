import type { FastifyRequest } from 'fastify';

const NAME = 'huiliu_session';
const IN_COOKIES = new RegExp(`(?:^|;\\s*)${NAME}=([A-Za-z0-9_-]+)`);
const BEARER = /^Bearer ([A-Za-z0-9_-]+)$/i;

/** The token a request carries, and whether the browser added it by itself. */
export interface CarriedToken {
  readonly token: string;
  readonly isCookie: boolean;
}

/** The token of a request: the bearer's, or the cookie's. */
export function carriedToken({ headers }: Pick<FastifyRequest, 'headers'>): CarriedToken | undefined {
  const bearer = BEARER.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { token: bearer, isCookie: false };
  const cookie = IN_COOKIES.exec(headers.cookie ?? '')?.[1];
  return cookie === undefined ? undefined : { token: cookie, isCookie: true };
}

/** Set-Cookie of a session that no script can read and no other site can use; where the hub is reached by https, it goes by no other way. */
export const sessionCookie = (token: string, maxAgeSeconds: number, publicUrl?: string): string =>
  `${NAME}=${token}; Path=/api/v1; HttpOnly; SameSite=Strict; Max-Age=${maxAgeSeconds}${secure(publicUrl)}`;

/** Set-Cookie that ends it. */
export const endedCookie = (publicUrl?: string): string => sessionCookie('', 0, publicUrl);

/** The attribute of cookies that only https carries. */
export const secure = (publicUrl = ''): string => (publicUrl.startsWith('https:') ? '; Secure' : '');

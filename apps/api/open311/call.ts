import type { ExecutionContext, RawBodyRequest } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Open311Refusal } from './refusal.js';

export type Format = 'xml' | 'json';

/** What a client asks for. */
export interface Call {
  /** Parameters of the address, or of the form that was posted. */
  readonly given: URLSearchParams;
  /** Scheme and host under which the client reached us. */
  readonly origin: string;
}

/** JSON for an address that ends in `.json`; everything else is answered in XML, as the standard has it. */
export const formatOf = (address: string): Format => (/\.json(\?|$)/.test(address) ? 'json' : 'xml');

/** The name in front of `.xml` or `.json`. */
export const withoutFormat = (name: string): string => name.replace(/\.(xml|json)$/, '');

/** A parameter; blanks around it and an empty one count as not given. */
export const parameter = (given: URLSearchParams, name: string): string | undefined => given.get(name)?.trim() || undefined;

/** A list of words between commas; undefined when there is none. */
export function listParameter(given: URLSearchParams, name: string): string[] | undefined {
  const words = given.getAll(name).flatMap((value) => value.split(','));
  const list = words.map((word) => word.trim()).filter((word) => word !== '');
  return list.length > 0 ? list : undefined;
}

function readCall(request: RawBodyRequest<FastifyRequest>): Call {
  const origin = `${request.protocol}://${request.host}`;
  if (request.method === 'GET') return { given: new URL(request.url, 'http://hub').searchParams, origin };
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) {
    throw new Open311Refusal(400, 'the body must be a form (application/x-www-form-urlencoded)');
  }
  const given = new URLSearchParams((request.rawBody ?? Buffer.alloc(0)).toString('utf8'));
  // the replacement character stands where bytes are no UTF-8
  for (const [name, value] of given) if (value.includes('\uFFFD')) throw new Open311Refusal(400, `${name} is not UTF-8`);
  return { given, origin };
}

/** The call as its handler needs it. */
export const Asked = createParamDecorator((_data: unknown, context: ExecutionContext): Call =>
  readCall(context.switchToHttp().getRequest<RawBodyRequest<FastifyRequest>>()),
);

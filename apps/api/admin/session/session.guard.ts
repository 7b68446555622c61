import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { createParamDecorator, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Defect, RejectedError } from '#domain/errors.js';
import { Operators } from '../operators.js';
import { carriedToken } from './session-cookie.js';

/** Who is signed in, as the guard found out. */
export interface SignedIn {
  readonly name: string;
  readonly expiresAt: Date;
  readonly token: string;
}

/** Kept beside the request: Fastify's own objects keep their shape. */
const signedIn = new WeakMap<object, SignedIn>();

/** Lets only people through who are signed in. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(private readonly operators: Operators) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const carried = carriedToken(request);
    const session = carried && (await this.operators.session(carried.token));
    if (!session) throw new RejectedError('UNAUTHENTICATED', 'sign in first');
    if (carried.isCookie && comesFromElsewhere(request))
      throw new RejectedError('FORBIDDEN', 'the request comes from another site');
    signedIn.set(request, { ...session, token: carried.token });
    return true;
  }
}

/** Who is signed in; only behind the guard. */
export const CurrentOperator = createParamDecorator((_data: unknown, context: ExecutionContext): SignedIn => {
  const operator = signedIn.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (!operator) throw new Defect('DEFECT', 'a handler without SessionGuard asks who is signed in');
  return operator;
});

/** Browsers say where a request was made; other programs say nothing and carry no cookie by themselves. */
function comesFromElsewhere({ method, headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  return method !== 'GET' && site !== undefined && site !== 'same-origin';
}

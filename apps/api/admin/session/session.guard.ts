import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { createParamDecorator, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Defect } from '#domain/errors.js';
import type { RouteRule } from './allow.js';
import { ROUTE_RULE } from './allow.js';
import { Gatekeeper } from './gatekeeper.js';
import type { SignedIn } from './signed-in.js';

export type { SignedIn } from './signed-in.js';

/** Kept beside the request: Fastify's own objects keep their shape. */
const signedIn = new WeakMap<object, SignedIn>();

/** Lets only those through who are signed in, or carry a key, and may do what the route's `@Allow` says. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly gatekeeper: Gatekeeper,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const who = await this.gatekeeper.recognise(request);
    signedIn.set(request, who);
    const rule = this.reflector.getAllAndOverride<RouteRule | undefined>(ROUTE_RULE, [context.getHandler(), context.getClass()]);
    if (rule === undefined) throw new Defect('DEFECT', `${context.getClass().name} has a route without @Allow`);
    await this.gatekeeper.insist(who, rule, request);
    return true;
  }
}

/** Who is signed in, where somebody is. */
export const signedInOf = (request: object): SignedIn | undefined => signedIn.get(request);

/** Who is signed in; only behind the guard. */
export const CurrentOperator = createParamDecorator((_data: unknown, context: ExecutionContext): SignedIn => {
  const operator = signedIn.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (!operator) throw new Defect('DEFECT', 'a handler without SessionGuard asks who is signed in');
  return operator;
});

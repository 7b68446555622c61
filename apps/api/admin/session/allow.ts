import { SetMetadata } from '@nestjs/common';
import { PERMISSIONS } from '#identity/access/permissions.js';
import type { Permission, Rule } from '#identity/access/permissions.js';

/**
 * How a route keeps to the scope of who asks. `case`, `suggestion`, `undertaking`: the guard looks up the one its address
 * names and says "unknown" of a foreign one; `cases`: also those that its body names (`from`, `to`, `caseNumber`, `numbers`). `list`: the handler limits what it shows by `CurrentOperator().scope`.
 */
export type Subject = 'case' | 'cases' | 'suggestion' | 'undertaking' | 'list';

/** What a route asks of whoever calls it. */
export interface RouteRule {
  readonly permission: Permission;
  readonly subject?: Subject;
}

export const ROUTE_RULE = 'huiliu:allow';
export const OPEN_ROUTE = 'huiliu:open';

/** Says which permission a route, or every route of a controller, needs; those that reach to own cases say how they keep to them. */
export const Allow = (permission: Permission, subject?: Subject): MethodDecorator & ClassDecorator =>
  SetMetadata(ROUTE_RULE, { permission, subject } satisfies RouteRule);

/** A route for people who are not signed in: only signing in itself. */
export const OpenToAll = (): MethodDecorator => SetMetadata(OPEN_ROUTE, true);

/** What is wrong with a route's rule, in words; undefined when nothing is. */
export function faultOf(rule: RouteRule | undefined): string | undefined {
  if (rule === undefined) return 'says nothing of who may call it: @Allow(permission)';
  const { reach }: Rule = PERMISSIONS[rule.permission];
  if (reach === 'own' && rule.subject === undefined)
    return `does not say how it keeps to a scope: @Allow('${rule.permission}', subject)`;
  return undefined;
}

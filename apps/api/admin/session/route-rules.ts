import type { OnModuleInit } from '@nestjs/common';
import { Injectable, RequestMethod } from '@nestjs/common';
import { GUARDS_METADATA, METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { OperatorError } from '#domain/errors.js';
import type { RouteRule } from './allow.js';
import { faultOf, OPEN_ROUTE, ROUTE_RULE } from './allow.js';
import { SessionGuard } from './session.guard.js';

/** A route of the admin API; open ones have no rule. */
export interface AdminRoute {
  readonly method: string;
  /** From the root, parameters as `:name`. */
  readonly path: string;
  readonly rule?: RouteRule;
}

interface FoundRoute extends AdminRoute {
  readonly isOpen: boolean;
  readonly isGuarded: boolean;
}

const ADMIN = /^\/api\/v1(\/|$)/;

/** Every route under /api/v1 and who may call it, read from the running program. One without a rule keeps it from starting. */
@Injectable()
export class RouteRules implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const faults = this.found().flatMap((route) => faultsOf(route));
    if (faults.length > 0) throw new OperatorError('CONFIG_INVALID', `routes that anybody could call: ${faults.join('; ')}`);
  }

  all(): AdminRoute[] {
    return this.found().map(({ method, path, rule, isOpen }) => ({ method, path, rule: isOpen ? undefined : rule }));
  }

  private found(): FoundRoute[] {
    const controllers = this.discovery
      .getControllers()
      .flatMap(({ metatype }) => (typeof metatype === 'function' ? [metatype] : []));
    return [...new Set(controllers)].flatMap((controller) => this.routesOf(controller));
  }

  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- what Nest calls a controller's class
  private routesOf(controller: Function): FoundRoute[] {
    const prototype = controller.prototype as Record<string, () => unknown>;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      const verb = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (verb === undefined) return [];
      const both = [handler, controller];
      const facts = {
        method: RequestMethod[verb],
        rule: this.reflector.getAllAndOverride<RouteRule | undefined>(ROUTE_RULE, both),
        isOpen: this.reflector.get<boolean | undefined>(OPEN_ROUTE, handler) === true,
        isGuarded: both.some((target) => guardsOf(target).includes(SessionGuard)),
      };
      return pathsOf(controller, handler)
        .filter((path) => ADMIN.test(path))
        .map((path) => ({ ...facts, path }));
    });
  }
}

function faultsOf({ method, path, rule, isOpen, isGuarded }: FoundRoute): string[] {
  if (isOpen) return [];
  const fault = isGuarded ? faultOf(rule) : 'has no SessionGuard, and is not @OpenToAll';
  return fault === undefined ? [] : [`${method} ${path} ${fault}`];
}

const guardsOf = (target: object): unknown[] => (Reflect.getMetadata(GUARDS_METADATA, target) as unknown[] | undefined) ?? [];

function pathsOf(controller: object, handler: object): string[] {
  const parts = [controller, handler].map((target) => [Reflect.getMetadata(PATH_METADATA, target) as string | string[]].flat());
  return parts[0].flatMap((base) => parts[1].map((path) => `/${base}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1')));
}

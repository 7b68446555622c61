import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { AnswersFile } from '#apps/api/openapi/answers-file.js';
import { AlsoAnswers } from '#apps/api/openapi/also-answers.js';

/** Where Nest hands a parameter of a handler its value from (RouteParamtypes). */
const SOURCES = { 0: 'request', 3: 'body', 4: 'query', 5: 'path', 6: 'header' } as const;

/** One parameter of a handler; `name` where it takes a single value. */
export interface Taken {
  readonly from: (typeof SOURCES)[keyof typeof SOURCES];
  readonly name?: string;
  readonly type: Type | undefined;
}

/** A route as Nest's decorators describe it. */
export interface Route {
  readonly method: string;
  /** As OpenAPI writes it: /api/v1/cases/{number}. */
  readonly path: string;
  readonly controller: Type;
  readonly handler: string;
  readonly status: number;
  readonly alsoAnswers: readonly number[];
  readonly mediaType: string;
  readonly guards: readonly string[];
  readonly takes: readonly Taken[];
}

/** Every route of the modules and whatever they import. */
export function routesOf(modules: readonly unknown[]): Route[] {
  return [...new Set(controllersOf(modules, new Set()))].flatMap((controller) =>
    Object.getOwnPropertyNames(controller.prototype)
      .filter((handler) => read('path', controller.prototype[handler]) !== undefined && handler !== 'constructor')
      .map((handler) => routeOf(controller, handler)),
  );
}

function controllersOf(modules: readonly unknown[], seen: Set<unknown>): Type[] {
  return modules.flatMap((given) => {
    const dynamic = given as { module?: Type; imports?: unknown[]; controllers?: Type[] };
    const module = dynamic.module ?? (given as Type);
    if (seen.has(module)) return [];
    seen.add(module);
    const own = [...((read('controllers', module) as Type[]) ?? []), ...(dynamic.controllers ?? [])];
    const imports = [...((read('imports', module) as unknown[]) ?? []), ...(dynamic.imports ?? [])];
    return [...own, ...controllersOf(imports, seen)];
  });
}

function routeOf(controller: Type, handler: string): Route {
  const method = controller.prototype[handler] as object;
  const verb = RequestMethod[(read('method', method) as number) ?? 0];
  const parts = [read('path', controller), read('path', method)] as string[];
  const headers = (read('__headers__', method) ?? []) as { name: string; value: string }[];
  const mediaType = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value;
  const file = read(AnswersFile.KEY, method) as string | undefined;
  return {
    method: verb.toLowerCase(),
    path: pathOf(parts),
    controller,
    handler,
    status: (read('__httpCode__', method) as number) ?? (verb === 'POST' ? 201 : 200),
    alsoAnswers: (read(AlsoAnswers.KEY, method) as readonly number[]) ?? [],
    mediaType: read('__sse__', method) === true ? 'text/event-stream' : (file ?? mediaType ?? 'application/json'),
    guards: [controller, method].flatMap((on) => (read('__guards__', on) ?? []) as Type[]).map((guard) => guard.name),
    takes: takenBy(controller, handler),
  };
}

const pathOf = (parts: readonly string[]): string =>
  `/${parts.join('/')}`
    .replace(/\/{2,}/g, '/')
    .replace(/(?<=.)\/$/, '')
    .replace(/:(\w+)/g, '{$1}');

function takenBy(controller: Type, handler: string): Taken[] {
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype, handler) ?? []) as Type[];
  const args = (Reflect.getMetadata('__routeArguments__', controller, handler) ?? {}) as Record<
    string,
    { index: number; data?: unknown }
  >;
  return Object.entries(args)
    .map(([key, { index, data }]) => ({ source: SOURCES[Number(key.split(':')[0]) as keyof typeof SOURCES], index, data }))
    .filter(({ source }) => source !== undefined)
    .sort((a, b) => a.index - b.index)
    .map(({ source, index, data }) => ({ from: source, name: typeof data === 'string' ? data : undefined, type: types[index] }));
}

const read = (key: string, from: object): unknown => Reflect.getMetadata(key, from) as unknown;

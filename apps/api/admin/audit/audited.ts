import { Reflector } from '@nestjs/core';

/** A handler that is asked by `GET` and does something all the same. */
export const Audited = Reflector.createDecorator<true>();

const names = new WeakMap<object, string>();

/** Says who it was that asked, where only the handler found out. */
export const nameForAudit = (request: object, name: string): void => void names.set(request, name);
export const namedForAudit = (request: object): string | undefined => names.get(request);

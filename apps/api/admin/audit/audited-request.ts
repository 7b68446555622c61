import type { FastifyRequest } from 'fastify';
import type { AuditEntry } from '#domain/ports/audit-log.js';
import { hideIdentities } from '#domain/privacy/hide-identities.js';
import { recordedFields } from './recorded-fields.js';

const PREFIX = '/api/v1/';
const LONGEST = 200;

/** What of a request says itself who asked for what; `undefined` for one that does not concern the operators' API. */
export function auditedRequest(request: FastifyRequest, actor: string): Omit<AuditEntry, 'data'> | undefined {
  const route = request.routeOptions.url;
  if (route?.startsWith(PREFIX) !== true) return undefined;
  const path = route.slice(PREFIX.length);
  const ids = Object.values((request.params ?? {}) as Record<string, string>);
  // whoever looks for a case by a citizen's number writes it into the address
  const subject = hideIdentities([path.split('/')[0], ...ids].join('/')).slice(0, LONGEST);
  return { actor: actor.slice(0, LONGEST), action: `${request.method} ${path}`, subject, address: request.ip };
}

/** Whoever is not signed in is who they say they are, when they say it; people type all kinds of things into that field. */
export function claimedName(body: unknown): string {
  const name = (body as { name?: unknown } | null | undefined)?.name;
  return typeof name === 'string' && name !== '' ? hideIdentities(name) : '-';
}

/** How it went, with the fields of the request that may be kept. */
export function auditedOutcome(request: FastifyRequest, refusal?: string): object {
  const fields = recordedFields(request.body);
  return {
    outcome: refusal === undefined ? 'done' : 'refused',
    ...(refusal !== undefined && { code: refusal }),
    ...(fields && { fields }),
  };
}

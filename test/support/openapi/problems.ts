import { PROBLEM_STATUS } from '#apps/api/problem-status.js';
import type { Route } from './routes.js';
import type { Part, Schema } from './schema.js';

/** What Fastify and the kinds of errors come to beside the codes with a status of their own. */
const OTHERS: Readonly<Record<number, readonly string[]>> = {
  400: ['REQUEST_INVALID'],
  413: ['REQUEST_INVALID'],
  415: ['REQUEST_INVALID'],
  503: ['DATABASE_UNREACHABLE', 'DATABASE_BUSY', 'QUEUE_UNREACHABLE'],
};

const SENSE: Readonly<Record<number, string>> = {
  400: 'The request cannot be used.',
  401: 'Nobody is known by what the request carries.',
  403: 'Whoever asks may not do that.',
  404: 'There is no such thing, or it is none of the asker’s.',
  409: 'It cannot be done from where things stand now.',
  413: 'The body is too large.',
  415: 'The body is of a type that nobody reads here.',
  422: 'The command is legal, what it says cannot be.',
  429: 'Too many requests; `Retry-After` says when to go on.',
  503: 'The hub cannot answer now; `Retry-After` says when to try again.',
};

/** `#/components/responses`: one problem for every status. */
export const problemResponses = (schema: Schema): Record<string, Part> =>
  Object.fromEntries(
    Object.entries(SENSE).map(([status, sense]) => [
      nameOf(Number(status)),
      {
        description: `${sense} Codes: ${codesOf(Number(status)).join(', ')}.`,
        content: { 'application/problem+json': { schema } },
      },
    ]),
  );

/** The refusals a route may answer with. */
export function problemsOf({ method, path }: Route): Record<string, Part> {
  if (path === '/health') return {};
  const statuses = [400, 401, 403, 404, 409, ...(method === 'get' ? [] : [413, 415, 422]), 429, 503];
  return Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/${nameOf(status)}` }]));
}

const nameOf = (status: number): string => `Problem${status}`;

const codesOf = (status: number): string[] => [
  ...(OTHERS[status] ?? []),
  ...Object.entries(PROBLEM_STATUS).flatMap(([code, own]) => (own === status ? [code] : [])),
];

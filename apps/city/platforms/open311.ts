import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RecordBook } from '../world/city-record.js';
import { BrokenExtras } from './broken-extras.js';
import type { CityContext } from './city-context.js';
import { sendError, sendList } from './open311-document.js';
import type { Fields } from './open311-document.js';
import { isError } from './open311-options.js';
import type { GeoReportError, Open311Options } from './open311-options.js';
import { codeSystemOf, renderRequest } from './open311-render.js';
import { listRequests } from './open311-requests.js';
import type { Query } from './open311-requests.js';
import { listUpdates, takeUpdate } from './open311-updates.js';
import { openPlatform } from './platform-scope.js';

const REQUESTS = ['service_requests', 'request'] as const;
const UPDATES = ['service_requests_updates', 'request_update'] as const;
const KEY_REFUSED: GeoReportError = { code: 403, description: 'api_key is missing or unknown' };

const formatOf = (request: FastifyRequest): string => (request.url.split('?')[0].endsWith('.json') ? 'json' : 'xml');

/** The key a client shows, as a parameter or in a header. */
const keyOf = (request: FastifyRequest): string | undefined =>
  (request.query as Query).api_key ?? /^Bearer (.*)$/.exec(request.headers.authorization ?? '')?.[1];

const formOf = (request: FastifyRequest): Query => Object.fromEntries(new URLSearchParams(String(request.body ?? '')));

function send(reply: FastifyReply, format: string, names: readonly [string, string], answer: readonly Fields[] | GeoReportError) {
  return isError(answer) ? sendError(reply, format, answer) : sendList(reply, format, names, answer);
}

/** Services are the categories of the records: the city keeps no other table. */
function services(book: RecordBook, context: CityContext, options: Open311Options): Fields[] {
  const categories = book.changed(options.platform, undefined).map(({ category }) => category);
  const codes = new Set(categories.map((category) => context.categoryCode(codeSystemOf(options), category)));
  return [...codes]
    .filter((code) => code !== '')
    .map((code) => ({
      service_code: code,
      service_name: `服务 ${code}`,
      description: null,
      metadata: false,
      type: 'realtime',
      keywords: null,
      group: null,
    }));
}

function mountUpdates(scope: FastifyInstance, book: RecordBook, context: CityContext, options: Open311Options): void {
  for (const format of ['json', 'xml']) {
    scope.get(`/servicerequestupdates.${format}`, async (request, reply) => {
      if (keyOf(request) !== options.apiKey) return sendError(reply, format, KEY_REFUSED);
      return send(reply, format, UPDATES, listUpdates(book, context, options, request.query as Query));
    });
    scope.post(`/servicerequestupdates.${format}`, async (request, reply) => {
      const form = formOf(request);
      if (form.api_key !== options.apiKey) return sendError(reply, format, KEY_REFUSED);
      const taken = takeUpdate(book, options, form);
      return send(reply, format, UPDATES, isError(taken) ? taken : [taken]);
    });
  }
}

/** Open311 GeoReport v2: JSON and XML by the ending of the address, newest first, 90 days and 1,000 requests at most. */
export function mountOpen311(app: FastifyInstance, book: RecordBook, context: CityContext, options: Open311Options): void {
  const extras = new BrokenExtras(options.platform, context);
  openPlatform(app, options.prefix ?? '/open311', context, (scope) => {
    scope.addHook('preHandler', async (request, reply) => {
      const key = keyOf(request);
      if (key === undefined || key === options.apiKey) return undefined;
      return sendError(reply, formatOf(request), KEY_REFUSED);
    });
    for (const format of ['json', 'xml']) {
      scope.get(`/services.${format}`, async (_request, reply) =>
        sendList(reply, format, ['services', 'service'], services(book, context, options)),
      );
      scope.get(`/requests.${format}`, async (request, reply) => {
        const query = request.query as Query;
        const listed = listRequests(book, extras, context, options, query);
        if (isError(listed)) return sendError(reply, format, listed);
        const more = options.dialect === 'chicago' && query.extensions === 'true';
        return sendList(
          reply,
          format,
          REQUESTS,
          listed.map((each) => renderRequest(each, context, options, more)),
        );
      });
    }
    if (options.updates) mountUpdates(scope, book, context, options);
  });
}

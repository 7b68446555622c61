import type { FastifyInstance } from 'fastify';
import type { RecordBook } from '../world/city-record.js';
import { BrokenExtras } from './broken-extras.js';
import type { Listed } from './broken-extras.js';
import type { CityContext } from './city-context.js';
import { readLocal } from './city-time.js';
import { EjiaRestDoor } from './ejia-rest-door.js';
import type { EjiaRestOptions } from './ejia-rest-door.js';
import { serviceRequest } from './ejia-rest-rows.js';
import { wishedNumber, withRepeat } from './listed-page.js';
import { openPlatform } from './platform-scope.js';

const FORMAT = 'yyyy-MM-dd HH:mm:ss';
const UNKNOWN = { code: 404, msg: '服务单不存在' };

/** Whole seconds only, the newest on top. */
const newestFirst = (a: Listed, b: Listed): number =>
  Math.floor(b.record.updatedAt.getTime() / 1000) - Math.floor(a.record.updatedAt.getTime() / 1000) ||
  (a.record.externalId < b.record.externalId ? 1 : -1);

function takeFeedback(book: RecordBook, context: CityContext, id: string, given: Record<string, unknown> | undefined): object {
  if (typeof given?.feedbackRef !== 'string' || typeof given.content !== 'string') return { code: 400, msg: '参数错误' };
  const kept = book.answer('ejia', id, {
    reference: given.feedbackRef,
    final: given.final === true,
    text: given.content,
    department: String(given.dept ?? ''),
    at: readLocal(String(given.feedbackTime), FORMAT) ?? context.now(),
  });
  return kept ? { code: 200, msg: 'ok', data: null } : UNKNOWN;
}

/** 党群e家 over REST: a token that ends, rows newest first that nothing filters, counts as strings, BD-09. */
export function mountEjiaRest(
  app: FastifyInstance,
  book: RecordBook,
  context: CityContext,
  options: EjiaRestOptions = {},
): EjiaRestDoor {
  const extras = new BrokenExtras('ejia', context);
  const door = new EjiaRestDoor(context, options);
  openPlatform(app, '/ejia', context, (scope) => {
    scope.post('/token', async (request, reply) => {
      const given = door.isSigned(request.headers, String(request.body)) ? door.give(door.read(request.body)) : undefined;
      if (!given) return reply.code(401).send({ code: 401, msg: 'appId或appSecret错误' });
      return { code: 200, msg: 'ok', data: door.wrap(given) };
    });
    void scope.register(async (inside) => {
      inside.addHook('preHandler', async (request, reply) => {
        const isSigned = door.isSigned(request.headers, typeof request.body === 'string' ? request.body : '');
        if (isSigned && door.knows(request.headers.authorization)) return undefined;
        return reply.code(401).send({ code: 401, msg: 'token已失效' });
      });
      inside.get('/apis/service/queryServiceList', async (request) => {
        const { pageStart, pageLen } = request.query as Readonly<Record<string, string | undefined>>;
        const start = pageStart === '0' ? 0 : wishedNumber(pageStart, 0, 1e9);
        const end = start + wishedNumber(pageLen, 20, 500);
        const read = (): Listed[] => extras.list(book, undefined).sort(newestFirst);
        let all = read();
        if (extras.draw(all.slice(start, end))) all = read();
        const list = withRepeat(all.slice(start, end), context).map(({ record, defect }) =>
          serviceRequest(record, context, defect),
        );
        return { code: 200, msg: 'ok', data: door.wrap({ count: String(all.length), list }) };
      });
      inside.get('/apis/service/:id', async (request) => {
        const record = book.find('ejia', (request.params as { id: string }).id);
        return record ? { code: 200, msg: 'ok', data: door.wrap(serviceRequest(record, context)) } : UNKNOWN;
      });
      inside.post('/apis/service/:id/feedback', async (request) =>
        takeFeedback(book, context, (request.params as { id: string }).id, door.read(request.body)),
      );
    });
  });
  return door;
}

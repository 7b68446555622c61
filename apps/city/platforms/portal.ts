import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { CityRecord, RecordBook } from '../world/city-record.js';
import { BrokenExtras } from './broken-extras.js';
import type { Defect, Listed } from './broken-extras.js';
import { followUpRefs, shownAnswer } from './city-answers.js';
import type { CityContext } from './city-context.js';
import { localText, readLocal } from './city-time.js';
import { wishedNumber, withRepeat } from './listed-page.js';
import { jsonBody, openPlatform } from './platform-scope.js';

const FORMAT = 'yyyy-MM-dd HH:mm:ss';
const SYSTEM = 'portal-domain@1';
type Reply = Readonly<Record<string, unknown>>;
type Handler = (param: Readonly<Record<string, unknown>>) => Reply;

function replyOf(record: CityRecord): unknown {
  const shown = shownAnswer(record);
  return shown ? { text: shown.text, dept: shown.department, time: localText(shown.at, FORMAT), ref: shown.reference } : null;
}

function scoreOf({ evaluation }: CityRecord): unknown {
  if (!evaluation) return null;
  return { solve: evaluation.solved ? 1 : 0, satisfy: evaluation.satisfied ? 1 : 0, time: evaluation.at.getTime() };
}

function render(record: CityRecord, context: CityContext, defect?: Defect): Record<string, unknown> {
  const item: Record<string, unknown> = {
    msgId: record.externalId,
    createdAt: defect === 'broken-time' ? '昨天下午' : record.reportedAt.getTime(),
    modifiedAt: record.updatedAt.getTime(),
    subject: record.title,
    content: record.body,
    domain: context.categoryCode(SYSTEM, record.category),
    typeName: record.nature,
    userName: record.reporter.name,
    userPhone: record.reporter.phone,
    area: record.place.street,
    status: record.withdrawn ? 9 : shownAnswer(record) ? 1 : 0,
    reply: replyOf(record),
    followUpRefs: followUpRefs(record),
    score: scoreOf(record),
  };
  if (defect === 'missing-field') delete item.content;
  return item;
}

/** The opaque cursor: base64 of where the page ended. */
const tokenOf = ({ record }: Listed): string =>
  Buffer.from(JSON.stringify([record.updatedAt.getTime(), record.externalId])).toString('base64url');

function readToken(token: string): readonly [number, string] | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    return Array.isArray(read) && typeof read[0] === 'number' ? [read[0], String(read[1])] : undefined;
  } catch {
    return undefined;
  }
}

function list(book: RecordBook, extras: BrokenExtras, context: CityContext, param: Readonly<Record<string, unknown>>): Reply {
  const lastItem = String(param.lastItem ?? '');
  const after = lastItem === '' ? undefined : readToken(lastItem);
  if (lastItem !== '' && !after) return { code: 4002, msg: 'lastItem 无效' };
  const size = wishedNumber(param.pageSize, 20, 200);
  const read = (): Listed[] =>
    extras
      .list(book, after && new Date(after[0]))
      .filter(({ record }) => !after || record.updatedAt.getTime() > after[0] || record.externalId >= after[1]);
  let all = read();
  if (extras.draw(all.slice(0, size))) all = read();
  const page = all.slice(0, size);
  const items = withRepeat(page, context).map(({ record, defect }) => render(record, context, defect));
  const last = page.at(-1);
  return { code: 0, result: { items, lastItem: last ? tokenOf(last) : lastItem, hasMore: all.length > size } };
}

function reply(book: RecordBook, context: CityContext, param: Readonly<Record<string, unknown>>): Reply {
  if (typeof param.ref !== 'string' || typeof param.text !== 'string') return { code: 4001, msg: '参数错误' };
  const kept = book.answer('portal', String(param.msgId), {
    reference: param.ref,
    final: param.final === true,
    text: param.text,
    department: String(param.dept ?? ''),
    at: readLocal(String(param.time), FORMAT) ?? context.now(),
  });
  return kept ? { code: 0 } : { code: 4004, msg: '留言不存在' };
}

function get(book: RecordBook, context: CityContext, param: Readonly<Record<string, unknown>>): Reply {
  const record = book.find('portal', String(param.msgId));
  return record ? { code: 0, result: render(record, context) } : { code: 4004, msg: '留言不存在' };
}

/** 政民互动: JSON inside a signed form, an opaque cursor, epoch milliseconds, no coordinates. */
export function mountPortal(app: FastifyInstance, book: RecordBook, context: CityContext): void {
  const extras = new BrokenExtras('portal', context);
  const handlers: readonly (readonly [string, Handler])[] = [
    ['list', (param) => list(book, extras, context, param)],
    ['reply', (param) => reply(book, context, param)],
    ['get', (param) => get(book, context, param)],
  ];
  openPlatform(app, '/portal', context, (scope) => {
    for (const [name, handle] of handlers) {
      scope.post(`/api/message/${name}`, async (request) => {
        const form = new URLSearchParams(String(request.body));
        const appCode = form.get('appCode') ?? '';
        const param = form.get('param') ?? '';
        const { portalAppCode, portalSecret } = context.secrets;
        const signature = createHash('md5').update(`${appCode}${param}${portalSecret}`).digest('hex');
        if (appCode !== portalAppCode || form.get('signature') !== signature) return { code: 4011, msg: '签名错误' };
        const wish = jsonBody(param);
        return wish ? handle(wish) : { code: 4001, msg: '参数错误' };
      });
    }
  });
}

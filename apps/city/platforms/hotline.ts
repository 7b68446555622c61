import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { CityRecord, RecordBook } from '../world/city-record.js';
import { BrokenExtras } from './broken-extras.js';
import type { Defect } from './broken-extras.js';
import { followUpRefs, shownAnswer } from './city-answers.js';
import type { CityContext } from './city-context.js';
import { degrees, pointOf } from './city-coordinates.js';
import { localText, readLocal } from './city-time.js';
import { numberedPage, wishedNumber } from './listed-page.js';
import { jsonBody, openPlatform } from './platform-scope.js';

const FORMAT = 'yyyy-MM-dd HH:mm:ss';
const SYSTEM = 'hotline-taxonomy@1';

/** A number code that goes with a full name; the platform has both, the name is the one that says something. */
const codeOf = (name: string): string =>
  String(Number.parseInt(createHash('sha1').update(name).digest('hex').slice(0, 6), 16)).padStart(8, '0');

function visitOf(record: CityRecord): unknown {
  const { evaluation } = record;
  if (!evaluation) return null;
  return {
    solved: evaluation.solved ? '是' : '否',
    satisfied: evaluation.satisfied ? '满意' : '不满意',
    time: localText(evaluation.at, FORMAT),
  };
}

function render(record: CityRecord, context: CityContext, defect?: Defect): Record<string, unknown> {
  const point = pointOf(record, 'GCJ02');
  const shown = shownAnswer(record);
  const category = context.categoryCode(SYSTEM, record.category);
  return {
    orderNum: record.externalId,
    callTime: defect === 'broken-time' ? '2026-13-45 99:99:99' : localText(record.reportedAt, FORMAT),
    updateTime: localText(record.updatedAt, FORMAT),
    orderTitle: record.title,
    orderContent: defect === 'missing-field' ? null : record.body,
    appealType: record.nature,
    questionCode: category === '' ? null : codeOf(category),
    questionName: category,
    urgentLevel: record.urgency,
    callerName: record.reporter.name,
    callerPhone: record.reporter.phone,
    address: record.place.address,
    street: record.place.street,
    community: record.place.community || null,
    lng: degrees(point?.[0]),
    lat: degrees(point?.[1]),
    deadlineDate: record.dueAt ? localText(record.dueAt, FORMAT) : null,
    orderState: shown ? '已答复' : record.withdrawn ? '已作废' : '办理中',
    replyContent: shown?.text ?? '',
    replyRef: shown?.reference ?? '',
    followUpRefs: followUpRefs(record),
    visit: visitOf(record),
    delFlag: record.withdrawn ? '1' : '0',
  };
}

function takeReply(book: RecordBook, context: CityContext, orderNum: string, body: unknown): { code: number; msg: string } {
  const reply = jsonBody(body);
  if (typeof reply?.replyRef !== 'string' || typeof reply.replyContent !== 'string') return { code: 400, msg: '参数错误' };
  const kept = book.answer('hotline', orderNum, {
    reference: reply.replyRef,
    final: reply.replyType === 'final',
    text: reply.replyContent,
    department: String(reply.deptName ?? ''),
    at: readLocal(String(reply.replyTime), FORMAT) ?? context.now(),
  });
  return kept ? { code: 200, msg: 'ok' } : { code: 404, msg: '工单不存在' };
}

/** 12345 政务热线: JSON over page numbers, a key in a header, GCJ-02, counts as strings. */
export function mountHotline(app: FastifyInstance, book: RecordBook, context: CityContext): void {
  const extras = new BrokenExtras('hotline', context);
  openPlatform(app, '/hotline', context, (scope) => {
    scope.addHook('preHandler', async (request, reply) => {
      if (request.headers['x-api-key'] === context.secrets.hotlineApiKey) return undefined;
      return reply.code(401).send({ code: 401, msg: 'unauthorized' });
    });
    scope.get('/api/orders', async (request, reply) => {
      const query = request.query as Readonly<Record<string, string | undefined>>;
      const from = query.updatedFrom === undefined ? undefined : readLocal(query.updatedFrom, FORMAT);
      if (query.updatedFrom !== undefined && !from) return reply.code(400).send({ code: 400, msg: '时间格式错误' });
      const wish = { from, page: wishedNumber(query.pageNum, 1, 1e9), size: wishedNumber(query.pageSize, 20, 500) };
      const { items, total } = numberedPage(book, extras, context, wish);
      const list = items.map(({ record, defect }) => render(record, context, defect));
      return { code: 200, msg: 'ok', data: { count: String(total), list } };
    });
    scope.get('/api/orders/:orderNum', async (request) => {
      const record = book.find('hotline', (request.params as { orderNum: string }).orderNum);
      return record ? { code: 200, msg: 'ok', data: render(record, context) } : { code: 404, msg: '工单不存在' };
    });
    scope.post('/api/orders/:orderNum/reply', async (request) =>
      takeReply(book, context, (request.params as { orderNum: string }).orderNum, request.body),
    );
  });
}

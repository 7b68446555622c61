import type { FastifyInstance } from 'fastify';
import type { CityRecord, RecordBook } from '../world/city-record.js';
import { BrokenExtras } from './broken-extras.js';
import type { Defect } from './broken-extras.js';
import { followUpRefs, shownAnswer, wholeText } from './city-answers.js';
import type { CityContext } from './city-context.js';
import { localText, readLocal } from './city-time.js';
import { numberedPage, wishedNumber } from './listed-page.js';
import { jsonBody, openPlatform } from './platform-scope.js';

const FORMAT = 'yyyy-MM-dd HH:mm:ss';

/** What differs from city to city. */
export interface UrbanRestOptions {
  /** Code table of its categories. */
  readonly system?: string;
  /** A plane of the city's own, in metres; without it CGCS2000 degrees. */
  readonly toPlane?: (longitude: number, latitude: number) => readonly [number, number];
}

/** 收集, 立案, 处置 and 结案 are all the links an invented case is ever seen at; 90 is a case thrown out. */
function statusOf(record: CityRecord): number {
  if (record.withdrawn) return 90;
  if (shownAnswer(record)) return record.evaluation ? 70 : 50;
  return record.answers.length > 0 ? 30 : 10;
}

function pointOf({ place }: CityRecord, toPlane: UrbanRestOptions['toPlane']): { coordX: number | null; coordY: number | null } {
  const { longitude, latitude } = place;
  if (longitude === undefined || latitude === undefined) return { coordX: null, coordY: null };
  const [coordX, coordY] = toPlane ? toPlane(longitude, latitude) : [longitude, latitude];
  return { coordX, coordY };
}

function outcomeFields(record: CityRecord): Record<string, unknown> {
  const { evaluation } = record;
  return {
    status: statusOf(record),
    feedback: shownAnswer(record)?.text ?? null,
    feedbackRef: shownAnswer(record)?.reference ?? null,
    followUpRefs: followUpRefs(record),
    satisfaction: evaluation ? (evaluation.satisfied ? '满意' : '不满意') : null,
    caseValuation: evaluation ? (evaluation.solved ? '实际解决' : '解释说明') : null,
    visitTime: evaluation ? localText(evaluation.at, FORMAT) : null,
  };
}

function render(record: CityRecord, context: CityContext, options: UrbanRestOptions, defect?: Defect): Record<string, unknown> {
  const code = context.categoryCode(options.system ?? 'gb-30428@2', record.category);
  return {
    taskId: record.externalId,
    hotlineSn: record.relayOf?.platform === 'hotline' ? record.relayOf.externalId : null,
    reportTime: defect === 'broken-time' ? '2026-02-30 25:61:00' : localText(record.reportedAt, FORMAT),
    updateTime: localText(record.updatedAt, FORMAT),
    recDesc: defect === 'missing-field' ? null : wholeText(record),
    recType: code.startsWith('P') ? '部件' : '事件',
    bigClassCode: code.slice(1, 3) || null,
    smallClassCode: code.slice(3, 5) || null,
    urgentDegree: record.urgency === '特急' || record.urgency === '紧急' ? 1 : 0,
    partSn: record.place.componentCode ?? null,
    gridCode: record.place.gridCode,
    ...pointOf(record, options.toPlane),
    address: record.place.address,
    streetName: record.place.street,
    communityName: record.place.community,
    reporter: record.reporter.name || null,
    reporterPhone: record.reporter.phone || null,
    deadlineTime: record.dueAt ? localText(record.dueAt, FORMAT) : null,
    ...outcomeFields(record),
  };
}

function takeFeedback(book: RecordBook, context: CityContext, taskId: string, body: unknown): { code: number; msg: string } {
  const given = jsonBody(body);
  if (typeof given?.ref !== 'string' || typeof given.content !== 'string') return { code: 400, msg: '参数错误' };
  const kept = book.answer('urban', taskId, {
    reference: given.ref,
    final: given.final === true,
    text: given.content,
    department: String(given.deptName ?? ''),
    at: readLocal(String(given.time), FORMAT) ?? context.now(),
  });
  return kept ? { code: 200, msg: 'ok' } : { code: 404, msg: '案卷不存在' };
}

/** 数字城管 of the newer kind: JSON over page numbers, a bearer token, counts as strings, refusals inside HTTP 200. */
export function mountUrbanRest(
  app: FastifyInstance,
  book: RecordBook,
  context: CityContext,
  options: UrbanRestOptions = {},
): void {
  const extras = new BrokenExtras('urban', context);
  openPlatform(app, '/urban-rest', context, (scope) => {
    scope.addHook('preHandler', async (request, reply) => {
      if (request.headers.authorization === `Bearer ${context.secrets.urbanToken}`) return undefined;
      return reply.send({ code: 401, msg: 'token 无效' });
    });
    scope.get('/apis/cases', async (request) => {
      const query = request.query as Readonly<Record<string, string | undefined>>;
      const from = query.beginTime === undefined ? undefined : readLocal(query.beginTime, FORMAT);
      if (query.beginTime !== undefined && !from) return { code: 400, msg: '时间格式错误' };
      const wish = { from, page: wishedNumber(query.pageIndex, 1, 1e9), size: wishedNumber(query.pageSize, 20, 500) };
      const { items, total } = numberedPage(book, extras, context, wish);
      const list = items.map(({ record, defect }) => render(record, context, options, defect));
      return { code: 200, msg: 'ok', data: { total: String(total), list } };
    });
    scope.get('/apis/cases/:taskId', async (request) => {
      const record = book.find('urban', (request.params as { taskId: string }).taskId);
      return record ? { code: 200, msg: 'ok', data: render(record, context, options) } : { code: 404, msg: '案卷不存在' };
    });
    scope.post('/apis/cases/:taskId/feedback', async (request) =>
      takeFeedback(book, context, (request.params as { taskId: string }).taskId, request.body),
    );
  });
}

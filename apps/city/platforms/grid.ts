import type { FastifyInstance } from 'fastify';
import type { CityRecord, RecordBook } from '../world/city-record.js';
import type { Defect } from './broken-extras.js';
import { followUpRefs, shownAnswer } from './city-answers.js';
import type { CityContext } from './city-context.js';
import { pointOf } from './city-coordinates.js';
import { readIso, zonedText } from './city-time.js';
import { jsonBody, openPlatform } from './platform-scope.js';

const SYSTEM = 'gb-30428@2';

const LEVELS: Readonly<Record<string, number>> = { 特急: 1, 紧急: 2 };

/** The city's 15 digits and the platform's own check digit. */
function checkedGridCode(code: string): string {
  if (!/^\d{15}$/.test(code)) return code;
  const sum = [...code].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return `${code}${(10 - (sum % 10)) % 10}`;
}

function replyOf(record: CityRecord): unknown {
  const shown = shownAnswer(record);
  return shown ? { ref: shown.reference, text: shown.text, dept: shown.department, time: zonedText(shown.at) } : null;
}

function callbackOf({ evaluation }: CityRecord): unknown {
  return evaluation ? { solved: evaluation.solved, satisfied: evaluation.satisfied, time: zonedText(evaluation.at) } : null;
}

/** A record as the grid platform writes it. */
export function renderGridEvent(record: CityRecord, context: CityContext, defect?: Defect): Record<string, unknown> {
  const point = pointOf(record, 'WGS84');
  return {
    eventId: record.externalId,
    happenTime: defect === 'broken-time' ? '0000-00-00T00:00:00+08:00' : zonedText(record.reportedAt),
    changeTime: zonedText(record.updatedAt),
    eventName: record.title,
    eventDesc: defect === 'missing-field' ? null : record.body,
    typeCode: context.categoryCode(SYSTEM, record.category) || null,
    natureName: record.nature,
    level: LEVELS[record.urgency] ?? 3,
    gridCode: checkedGridCode(record.place.gridCode),
    gridName: `${record.place.community}第${record.place.gridCode.slice(-2)}网格`,
    street: record.place.street,
    community: record.place.community,
    x: point?.[0] ?? null,
    y: point?.[1] ?? null,
    address: record.place.address,
    reporter: record.reporter.name,
    reporterPhone: record.reporter.phone,
    sourceRef: record.relayOf ? `${record.relayOf.platform}:${record.relayOf.externalId}` : null,
    deadline: record.dueAt ? zonedText(record.dueAt) : null,
    state: record.withdrawn ? 'void' : shownAnswer(record) ? 'replied' : 'open',
    reply: replyOf(record),
    followUpRefs: followUpRefs(record),
    callback: callbackOf(record),
  };
}

function takeFeedback(book: RecordBook, context: CityContext, eventId: string, body: unknown): 204 | 400 | 404 {
  const feedback = jsonBody(body);
  if (typeof feedback?.ref !== 'string' || typeof feedback.text !== 'string') return 400;
  const kept = book.answer('grid', eventId, {
    reference: feedback.ref,
    final: feedback.final === true,
    text: feedback.text,
    department: String(feedback.dept ?? ''),
    at: readIso(String(feedback.time)) ?? context.now(),
  });
  return kept ? 204 : 404;
}

/** 党建引领基层治理平台: what the hub may call; the events themselves are pushed by GridPusher. */
export function mountGrid(app: FastifyInstance, book: RecordBook, context: CityContext): void {
  openPlatform(app, '/grid', context, (scope) => {
    scope.addHook('preHandler', async (request, reply) => {
      const { gridKey, gridSecret } = context.secrets;
      if (request.headers.key === gridKey && request.headers.secret === gridSecret) return undefined;
      return reply.code(403).send({ error: 'forbidden' });
    });
    scope.get('/open/events/:eventId', async (request, reply) => {
      const record = book.find('grid', (request.params as { eventId: string }).eventId);
      return record ? renderGridEvent(record, context) : reply.code(404).send({ error: 'no such event' });
    });
    scope.post('/open/events/:eventId/feedback', async (request, reply) => {
      const status = takeFeedback(book, context, (request.params as { eventId: string }).eventId, request.body);
      if (status === 404) return reply.code(404).send({ error: 'no such event' });
      return reply.code(status).send();
    });
  });
}

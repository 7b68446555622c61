import type { FastifyInstance, FastifyReply } from 'fastify';
import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import type { CityRecord, RecordBook } from '../world/city-record.js';
import { BrokenExtras } from './broken-extras.js';
import type { Defect } from './broken-extras.js';
import { followUpRefs, shownAnswer, wholeText } from './city-answers.js';
import type { CityContext } from './city-context.js';
import { pointOf } from './city-coordinates.js';
import { localText, readIso } from './city-time.js';
import { numberedPage, wishedNumber } from './listed-page.js';
import { openPlatform } from './platform-scope.js';

const FORMAT = "yyyy-MM-dd'T'HH:mm:ss";
const SYSTEM = 'cjt-214@old';
const NO_TIME = '0001-01-01T00:00:00';
const NAMESPACE = 'http://urban.example/';
const builder = new XMLBuilder({ ignoreAttributes: false });
const parser = new XMLParser({ parseTagValue: false, removeNSPrefix: true, htmlEntities: true });
type Fields = Readonly<Record<string, unknown>>;

const timeOf = (at: Date | undefined): string => (at ? localText(at, FORMAT) : NO_TIME);

function statusOf(record: CityRecord): string {
  if (record.withdrawn) return '90';
  return shownAnswer(record) ? '70' : '10';
}

function placeFields({ place, reporter }: CityRecord, point: readonly [number, number] | undefined): Fields {
  return {
    PARTSN: place.componentCode ?? '-',
    GRIDCODE: place.gridCode,
    COORDX: point?.[0].toFixed(6) ?? '0',
    COORDY: point?.[1].toFixed(6) ?? '0',
    ADDRESS: place.address,
    STREET: place.street,
    COMMUNITY: place.community,
    REPORTER: reporter.name || '-',
    PHONE: reporter.phone || '-',
  };
}

function outcomeFields(record: CityRecord): Fields {
  const shown = shownAnswer(record);
  const { evaluation } = record;
  return {
    LIMITTIME: timeOf(record.dueAt),
    STATUS: statusOf(record),
    FEEDBACK: shown?.text ?? '',
    FEEDBACKREF: shown?.reference ?? '-',
    FOLLOWUPREFS: followUpRefs(record).join(',') || '-',
    VISIT: evaluation ? (evaluation.satisfied ? '满意' : '不满意') : '-',
    VISITTIME: timeOf(evaluation?.at),
  };
}

function render(record: CityRecord, context: CityContext, defect?: Defect): Fields {
  const code = context.categoryCode(SYSTEM, record.category);
  return {
    TASKID: record.externalId,
    HOTLINESN: record.relayOf?.platform === 'hotline' ? record.relayOf.externalId : '-',
    REPORTTIME: defect === 'broken-time' ? '2026-02-30T25:61:00' : timeOf(record.reportedAt),
    UPDATETIME: timeOf(record.updatedAt),
    INFOSOURCE: record.relayOf ? '热线转办' : '监督员上报',
    CASEDESC: defect === 'missing-field' ? '-' : wholeText(record),
    KIND: code.startsWith('P') ? '部件' : '事件',
    BIGCLASS: code.slice(1, 3) || '-',
    SMALLCLASS: code.slice(3, 5) || '-',
    URGENT: record.urgency === '特急' || record.urgency === '紧急' ? '1' : '0',
    // CGCS2000 and WGS-84 agree to centimetres
    ...placeFields(record, pointOf(record, 'WGS84')),
    ...outcomeFields(record),
  };
}

const casesXml = (total: number, cases: readonly Fields[]): string =>
  builder.build({ cases: { '@_total': String(total), case: cases } });

function getCases(book: RecordBook, extras: BrokenExtras, context: CityContext, asked: Fields): string {
  const wish = {
    from: asked.beginTime === undefined ? undefined : readIso(String(asked.beginTime)),
    page: wishedNumber(asked.pageIndex, 1, 1e9),
    size: wishedNumber(asked.pageSize, 20, 500),
  };
  const { items, total } = numberedPage(book, extras, context, wish);
  return casesXml(
    total,
    items.map(({ record, defect }) => render(record, context, defect)),
  );
}

function getCase(book: RecordBook, context: CityContext, asked: Fields): string | undefined {
  const record = book.find('urban', String(asked.taskId));
  return record && casesXml(1, [render(record, context)]);
}

function feedback(book: RecordBook, context: CityContext, asked: Fields): string | undefined {
  const kept = book.answer('urban', String(asked.taskId), {
    reference: String(asked.ref),
    final: asked.final === 'true',
    text: String(asked.text ?? ''),
    department: String(asked.dept ?? ''),
    at: readIso(String(asked.time)) ?? context.now(),
  });
  return kept ? 'OK' : undefined;
}

function sendEnvelope(reply: FastifyReply, status: number, body: Fields): FastifyReply {
  const xml = builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'utf-8' },
    'soap:Envelope': { '@_xmlns:soap': 'http://schemas.xmlsoap.org/soap/envelope/', 'soap:Body': body },
  });
  return reply.code(status).type('text/xml; charset=utf-8').send(xml);
}

const sendFault = (reply: FastifyReply, text: string): FastifyReply =>
  sendEnvelope(reply, 500, { 'soap:Fault': { faultcode: 'soap:Server', faultstring: text } });

/** The one operation of an envelope and what it asks. */
function readAsked(body: unknown): { readonly action: string; readonly asked: Fields } | undefined {
  try {
    const envelope = parser.parse(String(body), true) as { Envelope?: { Body?: Record<string, Fields> } };
    const [entry] = Object.entries(envelope.Envelope?.Body ?? {});
    return entry && typeof entry[1] === 'object' ? { action: entry[0], asked: entry[1] } : undefined;
  } catch {
    return undefined;
  }
}

/** 数字城管: SOAP-like, an escaped XML document inside XML, whole seconds, dashes for nothing. */
export function mountUrban(app: FastifyInstance, book: RecordBook, context: CityContext): void {
  const extras = new BrokenExtras('urban', context);
  const actions: Readonly<Record<string, (asked: Fields) => string | undefined>> = {
    GetCases: (asked) => getCases(book, extras, context, asked),
    GetCase: (asked) => getCase(book, context, asked),
    FeedbackCase: (asked) => feedback(book, context, asked),
  };
  openPlatform(app, '/urban', context, (scope) => {
    scope.post('/services/CaseService.asmx', async (request, reply) => {
      const read = readAsked(request.body);
      if (!read || !Object.hasOwn(actions, read.action)) return sendFault(reply, 'unknown action');
      if (read.asked.token !== context.secrets.urbanToken) return sendFault(reply, 'token invalid');
      const result = actions[read.action](read.asked);
      if (result === undefined) return sendFault(reply, 'no such case');
      const answer = { '@_xmlns': NAMESPACE, [`${read.action}Result`]: result };
      return sendEnvelope(reply, 200, { [`${read.action}Response`]: answer });
    });
  });
}

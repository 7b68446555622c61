import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import type { MappedRecord } from '#domain/ports/platform-adapter.js';
import type { Evaluation, ReportDraft } from '#domain/report/report.js';
import type { FieldReader } from '../formats/field-reader.js';
import { jsonFields, present, readRecord, reporterOf } from '../formats/read-record.js';
import type { Identity } from '../formats/read-record.js';
import { natureOf, urgencyOf } from '../formats/vocabulary.js';
import type { HotlineSettings } from './config.js';
import { HOTLINE_TIMES } from './times.js';

function evaluationOf(order: FieldReader, updatedAt: Date): Evaluation | undefined {
  const visit = order.inner('visit');
  if (!visit) return undefined;
  return {
    solved: visit.flag('solved', '是'),
    satisfied: visit.flag('satisfied', '满意'),
    at: visit.instant('time') ?? updatedAt,
  };
}

function readOrder(order: FieldReader, identity: Identity, settings: HotlineSettings): ReportDraft {
  const name = order.text('questionName');
  const code = name ?? order.text('questionCode');
  const evaluation = evaluationOf(order, identity.sourceUpdatedAt);
  const answered = order.text('replyRef') !== undefined || order.hasItems('followUpRefs');
  return present({
    ...identity,
    reportedAt: order.requiredInstant('callTime'),
    title: order.text('orderTitle') ?? '',
    body: order.requiredText('orderContent'),
    nature: natureOf(order.text('appealType')),
    urgency: urgencyOf(order.text('urgentLevel')),
    sourceCategory: code === undefined ? undefined : present({ system: settings.categorySystem, code, name }),
    place: present({
      address: order.text('address'),
      street: order.text('street'),
      community: order.text('community'),
      ...order.point('lng', 'lat', settings.coordinates),
    }),
    reporter: reporterOf(order.text('callerName'), order.text('callerPhone')),
    sourceDueAt: order.instant('deadlineDate'),
    evaluation,
    echo: answered && !evaluation ? true : undefined,
  });
}

/** An order of the hotline → what it says. */
export function mapOrder(bytes: Uint8Array, settings: HotlineSettings): MappedRecord {
  return readRecord(
    jsonFields(bytes),
    { zone: settings.zone, formats: HOTLINE_TIMES },
    {
      identity: (order) => ({
        externalId: as<ExternalId>(order.requiredText('orderNum')),
        sourceUpdatedAt: order.requiredInstant('updateTime'),
      }),
      withdrawn: (order) => order.flag('delFlag', '1'),
      report: (order, identity) => readOrder(order, identity, settings),
    },
  );
}

import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import type { MappedRecord } from '#domain/ports/platform-adapter.js';
import type { ReportDraft, Urgency } from '#domain/report/report.js';
import type { FieldReader } from '../formats/field-reader.js';
import { evaluationOf, isEcho, isGoneState, changeOf } from '../formats/list-outcome.js';
import { jsonFields, present, reporterOf } from '../formats/read-record.js';
import type { Identity } from '../formats/read-record.js';
import type { ColumnNames } from '../formats/rows/header-words.js';
import { readListRecord } from '../formats/rows/read-list-record.js';
import { natureOf, titleOf, urgencyOf, yesOrNo } from '../formats/vocabulary.js';
import type { HotlineSheetSettings } from './config.js';
import { dueAtOf } from './deadlines.js';

/** What happens to an order. */
const HAPPENINGS = ['来电时间', '退回时间', '办结时间', '回访时间'] as const;

const isYes = (row: FieldReader, name: string): boolean => yesOrNo(row.text(name) ?? '') === true;

/** 退回 alone says enough only where the list has no column of states: there it may be the city that sent an answer back. */
function isGone(order: FieldReader): boolean {
  const state = order.text('工单状态');
  return state === undefined ? isYes(order, '是否退回') : isGoneState(state);
}

const urgencyIn = (order: FieldReader): Urgency => {
  const urgency = urgencyOf(order.text('紧急程度'));
  return urgency === 'normal' && isYes(order, '是否疑难') ? 'complex' : urgency;
};

function readOrder(order: FieldReader, identity: Identity, settings: HotlineSheetSettings): ReportDraft {
  const body = order.requiredText('诉求内容');
  const category = order.text('诉求归口')?.trim();
  const evaluation = evaluationOf(order, identity.sourceUpdatedAt);
  return present({
    ...identity,
    reportedAt: order.requiredInstant('来电时间'),
    title: order.text('诉求标题') ?? titleOf(body),
    body,
    nature: natureOf(order.text('诉求性质')),
    urgency: urgencyIn(order),
    sourceCategory: category === undefined ? undefined : { system: settings.categorySystem, code: category, name: category },
    place: present({
      address: order.text('地址'),
      street: order.text('街道'),
      community: order.text('社区'),
      ...order.point('经度', '纬度', settings.coordinates),
    }),
    reporter: reporterOf(order.text('来电人'), order.text('联系电话')),
    sourceDueAt: dueAtOf(order),
    evaluation,
    echo: isEcho(order, evaluation),
  });
}

/** A row of a work-order list → what it says. */
export const mapOrderRow = (bytes: Uint8Array, names: ColumnNames, settings: HotlineSheetSettings): MappedRecord =>
  readListRecord(jsonFields(bytes), names, settings.zone, {
    identity: (order) => ({
      externalId: as<ExternalId>(order.requiredText('工单编号').trim()),
      sourceUpdatedAt: changeOf(order, HAPPENINGS),
    }),
    withdrawn: (order) => isGone(order) && changeOf(order, HAPPENINGS).getTime() > 0,
    report: (order, identity) => readOrder(order, identity, settings),
  });

import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import type { MappedRecord } from '#domain/ports/platform-adapter.js';
import type { Evaluation, ReportDraft } from '#domain/report/report.js';
import type { FieldReader } from '../formats/field-reader.js';
import { gridCodeOf, jsonFields, present, readRecord, reporterOf } from '../formats/read-record.js';
import type { Identity } from '../formats/read-record.js';
import { titleOf } from '../formats/vocabulary.js';
import { FILE_TIMES } from './list-shape.js';
import type { FileDropSettings } from './config.js';

const EVALUATIONS: ReadonlyMap<string, readonly [solved: boolean, satisfied: boolean]> = new Map([
  ['解决且满意', [true, true]],
  ['解决但不满意', [true, false]],
  ['未解决', [false, false]],
]);

function evaluationOf(row: FieldReader, updatedAt: Date): Evaluation | undefined {
  const word = row.text('评价')?.trim();
  if (word === undefined) return undefined;
  const read = EVALUATIONS.get(word);
  if (!read) row.fault('评价', `不认识的评价：${word.slice(0, 20)}`);
  return read && { solved: read[0], satisfied: read[1], at: updatedAt };
}

function readRow(row: FieldReader, identity: Identity, settings: FileDropSettings): ReportDraft {
  const body = row.requiredText('诉求内容');
  const service = row.text('服务类别')?.trim();
  const evaluation = evaluationOf(row, identity.sourceUpdatedAt);
  return present({
    ...identity,
    reportedAt: row.requiredInstant('提交时间'),
    title: titleOf(body),
    body,
    // residents ask their community to do something; the platform knows no 性质 and no 紧急程度
    nature: 'help' as const,
    urgency: 'normal' as const,
    sourceCategory: service === undefined ? undefined : { system: settings.categorySystem, code: service, name: service },
    place: present({
      address: row.text('地址'),
      street: row.text('所属街道'),
      community: row.text('所属社区'),
      gridCode: gridCodeOf(row.text('网格编码')?.trim()),
      ...row.point('经度', '纬度', settings.coordinates),
    }),
    reporter: reporterOf(row.text('居民姓名'), row.text('联系电话')),
    evaluation,
    echo: row.text('回复编号') !== undefined && !evaluation ? true : undefined,
  });
}

/** A row by column name → what it says. */
export function mapRow(bytes: Uint8Array, settings: FileDropSettings): MappedRecord {
  return readRecord(
    jsonFields(bytes),
    { zone: settings.zone, formats: FILE_TIMES },
    {
      identity: (row) => ({
        externalId: as<ExternalId>(row.requiredText('服务单号').trim()),
        sourceUpdatedAt: row.requiredInstant('更新时间'),
      }),
      withdrawn: (row) => row.text('状态')?.trim() === '已撤销',
      report: (row, identity) => readRow(row, identity, settings),
    },
  );
}

import type { MappedRecord } from '#domain/ports/platform-adapter.js';
import type { ReportDraft, SolvedOnTheSpot } from '#domain/report/report.js';
import type { FieldReader } from '../formats/field-reader.js';
import { evaluationOf, isEcho, isGoneState, changeOf } from '../formats/list-outcome.js';
import { gridCodeOf, jsonFields, present, reporterOf } from '../formats/read-record.js';
import type { Identity } from '../formats/read-record.js';
import type { ColumnNames } from '../formats/rows/header-words.js';
import { readListRecord } from '../formats/rows/read-list-record.js';
import { natureOf, saysNothing, titleOf, urgencyOf, yesOrNo } from '../formats/vocabulary.js';
import type { VisitsSettings } from './config.js';
import { visitId } from './visit-id.js';

/** What happens to a row. */
const HAPPENINGS = ['走访时间', '解决时间', '回访时间'] as const;

/** A grid by its number; a name of one says less than the community. */
const GRID_CODE = /^\d{12,16}$/;

/** 即办: a row that says so must say how, or nobody could tell the citizen what was done. */
function solvedOf(row: FieldReader, visitedAt: Date | undefined): SolvedOnTheSpot | undefined {
  const word = row.text('是否现场解决');
  if (word === undefined || saysNothing(word)) return undefined;
  const isSolved = yesOrNo(word);
  if (isSolved === undefined) row.fault('是否现场解决', `不知是否：${word.slice(0, 20)}`);
  if (isSolved !== true) return undefined;
  const how = row.text('解决方式')?.trim() ?? '';
  if (how === '' || saysNothing(how)) row.fault('解决方式', '写明已现场解决，但没有写如何解决');
  const by = (row.text('解决人') ?? row.text('走访人'))?.trim();
  return present({ how, at: row.instant('解决时间') ?? visitedAt ?? new Date(0), by });
}

function readVisit(row: FieldReader, identity: Identity, settings: VisitsSettings): ReportDraft {
  const body = row.requiredText('诉求内容');
  const category = row.text('诉求类别')?.trim();
  const nature = row.text('诉求性质');
  const grid = row.text('网格')?.trim();
  const evaluation = evaluationOf(row, identity.sourceUpdatedAt);
  return present({
    ...identity,
    reportedAt: row.requiredInstant('走访时间'),
    title: titleOf(body),
    body,
    // who is asked at the door wants something done, unless the list says otherwise
    nature: nature === undefined ? ('help' as const) : natureOf(nature),
    urgency: urgencyOf(row.text('紧急程度')),
    sourceCategory: category === undefined ? undefined : { system: settings.categorySystem, code: category, name: category },
    place: present({
      address: row.text('地址'),
      street: row.text('街道'),
      community: row.text('社区') ?? communityOf(row.text('工作表')),
      ...row.point('经度', '纬度', settings.coordinates),
      gridCode: grid !== undefined && GRID_CODE.test(grid) ? gridCodeOf(grid) : undefined,
    }),
    reporter: reporterOf(row.text('姓名'), row.text('电话')),
    evaluation,
    echo: isEcho(row, evaluation),
    solvedOnTheSpot: solvedOf(row, row.glance('走访时间')),
  });
}

/** Lists of a whole street have a sheet a community. */
const communityOf = (sheet: string | undefined): string | undefined =>
  sheet !== undefined && /(社区|村)$/.test(sheet.trim()) ? sheet.trim() : undefined;

/** A row of a list → what it says. */
export function mapVisit(bytes: Uint8Array, names: ColumnNames, settings: VisitsSettings): MappedRecord {
  const row = jsonFields(bytes);
  const id = row && visitId(names.read(row), settings.zone);
  return readListRecord(row, names, settings.zone, {
    identity: (reader) => ({
      externalId: id ?? (reader.requiredText('诉求编号') as Identity['externalId']),
      sourceUpdatedAt: changeOf(reader, HAPPENINGS),
    }),
    withdrawn: (reader) => isGoneState(reader.text('状态') ?? '') && changeOf(reader, HAPPENINGS).getTime() > 0,
    report: (reader, identity) => readVisit(reader, identity, settings),
  });
}

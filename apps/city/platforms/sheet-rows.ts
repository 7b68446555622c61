import type { CityRecord } from '../world/city-record.js';
import type { Listed } from './broken-extras.js';
import { shownAnswer, wholeText } from './city-answers.js';
import type { CityContext } from './city-context.js';
import { degrees, pointOf } from './city-coordinates.js';
import { localText } from './city-time.js';

const FORMAT = 'yyyy-MM-dd HH:mm:ss';

interface SheetShape {
  readonly title: string;
  readonly idColumn: string;
  readonly system: string;
  readonly coordinates: 'WGS84' | 'GCJ02';
  /** Header, in order. */
  readonly columns: readonly string[];
}

/** Lists the city's people keep: who was visited and what they said; and the orders of the hotline. */
export const SHEETS = {
  visits: {
    title: '入户走访诉求清单',
    idColumn: '诉求编号',
    system: 'ejia-service@1',
    coordinates: 'WGS84',
    columns: [
      '诉求编号',
      '走访时间',
      '更新时间',
      '居民姓名',
      '联系电话',
      '所属街道',
      '所属社区',
      '家庭住址',
      '经度',
      '纬度',
      '问题类别',
      '诉求内容',
      '是否现场解决',
      '解决方式',
      '状态',
      '回复编号',
      '回访是否解决',
      '回访是否满意',
      '回访时间',
    ],
  },
  'hotline-sheet': {
    title: '12345工单事件模板',
    idColumn: '工单编号',
    system: 'hotline-taxonomy@1',
    coordinates: 'GCJ02',
    columns: [
      '工单编号',
      '来电时间',
      '更新时间',
      '来电人',
      '联系电话',
      '诉求类型',
      '诉求归口',
      '紧急程度',
      '诉求内容',
      '地址',
      '街道',
      '社区',
      '经度',
      '纬度',
      '市交办办结期限',
      '区交办办结期限',
      '工单状态',
      '回复编号',
      '回访是否解决',
      '回访是否满意',
      '回访时间',
    ],
  },
} as const satisfies Readonly<Record<string, SheetShape>>;
export type SheetName = keyof typeof SHEETS;

const timeOf = (at: Date | undefined): string => (at ? localText(at, FORMAT) : '');

const stateOf = (record: CityRecord): string => (record.withdrawn ? '已撤销' : shownAnswer(record) ? '已答复' : '办理中');

/** What each column of either list says of a record. */
function cellsOf(
  record: CityRecord,
  { system, coordinates }: SheetShape,
  context: CityContext,
): Readonly<Record<string, string>> {
  const point = pointOf(record, coordinates);
  const category = context.categoryCode(system, record.category);
  const { evaluation, place, reporter } = record;
  return {
    诉求编号: record.externalId,
    工单编号: record.externalId,
    走访时间: timeOf(record.reportedAt),
    来电时间: timeOf(record.reportedAt),
    更新时间: timeOf(record.updatedAt),
    居民姓名: reporter.name,
    来电人: reporter.name,
    联系电话: reporter.phone,
    所属街道: place.street,
    街道: place.street,
    所属社区: place.community,
    社区: place.community,
    家庭住址: place.address,
    地址: place.address,
    经度: degrees(point?.[0]),
    纬度: degrees(point?.[1]),
    问题类别: category,
    诉求归口: category,
    诉求类型: record.nature,
    紧急程度: record.urgency,
    诉求内容: wholeText(record),
    区交办办结期限: timeOf(record.dueAt),
    状态: stateOf(record),
    工单状态: stateOf(record),
    回复编号: (shownAnswer(record) ?? record.answers.at(-1))?.reference ?? '',
    回访是否解决: evaluation ? (evaluation.solved ? '是' : '否') : '',
    回访是否满意: evaluation ? (evaluation.satisfied ? '满意' : '不满意') : '',
    回访时间: timeOf(evaluation?.at),
  };
}

/** A row of a list; a broken one has a time that is none, or no text. */
export function sheetRow(list: SheetName, { record, defect }: Listed, context: CityContext): string[] {
  const cells: Record<string, string> = { ...cellsOf(record, SHEETS[list], context) };
  if (defect === 'broken-time') Object.assign(cells, { 走访时间: '上上周', 来电时间: '上上周' });
  if (defect === 'missing-field') Object.assign(cells, { 诉求内容: '' });
  return SHEETS[list].columns.map((column) => cells[column] ?? '');
}

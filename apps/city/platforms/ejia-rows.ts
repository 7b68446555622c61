import iconv from 'iconv-lite';
import { stringify } from 'csv-stringify/sync';
import type { CityRecord } from '../world/city-record.js';
import type { Defect, Listed } from './broken-extras.js';
import { shownAnswer, wholeText } from './city-answers.js';
import type { CityContext } from './city-context.js';
import { degrees, pointOf } from './city-coordinates.js';
import { localText } from './city-time.js';

const FORMAT = 'yyyy/M/d HH:mm';
const SYSTEM = 'ejia-service@1';
const CSV = { record_delimiter: 'windows' } as const;

/** Header of the files, in the platform's order. */
export const EJIA_COLUMNS = [
  '服务单号',
  '提交时间',
  '更新时间',
  '居民姓名',
  '联系电话',
  '所属街道',
  '所属社区',
  '网格编码',
  '服务类别',
  '诉求内容',
  '地址',
  '经度',
  '纬度',
  '状态',
  '回复编号',
  '评价',
] as const;

function stateOf(record: CityRecord): string {
  if (record.withdrawn) return '已撤销';
  return shownAnswer(record) ? '已回复' : '待办';
}

function evaluationOf({ evaluation }: CityRecord): string {
  if (!evaluation) return '';
  return evaluation.solved && evaluation.satisfied ? '解决且满意' : '未解决';
}

function cells(record: CityRecord, context: CityContext): string[] {
  const point = pointOf(record, 'BD09');
  return [
    record.externalId,
    localText(record.reportedAt, FORMAT),
    localText(record.updatedAt, FORMAT),
    record.reporter.name,
    record.reporter.phone,
    record.place.street,
    record.place.community,
    record.place.gridCode,
    context.categoryCode(SYSTEM, record.category),
    wholeText(record),
    record.place.address,
    degrees(point?.[0]),
    degrees(point?.[1]),
    stateOf(record),
    (shownAnswer(record) ?? record.answers.at(-1))?.reference ?? '',
    evaluationOf(record),
  ];
}

/** A row of bytes that are no GBK, or one with too few columns. */
function brokenRow(id: string, defect: Defect): Buffer {
  if (defect === 'missing-field') return Buffer.from(`${id},2026/1/1 08:00\r\n`, 'latin1');
  const garbage = Buffer.from([0xff, 0xfe, 0x81, 0xff, 0xfd]);
  return Buffer.concat([Buffer.from(`${id},`, 'latin1'), garbage, Buffer.from(`${','.repeat(14)}\r\n`, 'latin1')]);
}

/** The bytes of a file with a header and these rows, in GBK. */
export function ejiaFile(rows: readonly Listed[], context: CityContext): Buffer {
  const header = iconv.encode(stringify([[...EJIA_COLUMNS]], CSV), 'gbk');
  const lines = rows.map(({ record, defect }) =>
    defect ? brokenRow(record.externalId, defect) : iconv.encode(stringify([cells(record, context)], CSV), 'gbk'),
  );
  return Buffer.concat([header, ...lines]);
}

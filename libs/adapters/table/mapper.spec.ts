import { describe, expect, it } from '@jest/globals';
import { aMapping } from './a-mapping.js';
import { mapTableRow } from './mapper.js';

const row = (cells: Record<string, string>): Uint8Array => Buffer.from(JSON.stringify(cells));

describe('mapTableRow', () => {
  it('reads the columns that the mapping names', () => {
    const mapping = aMapping({
      columns: {
        externalId: '编号',
        title: '标题',
        body: '内容',
        reportedAt: '登记',
        updatedAt: '更新',
        nature: '性质',
        urgency: '急',
        category: '{大类}/{小类}',
        address: ['路', '门牌'],
        street: '街道',
        longitude: 'x',
        latitude: 'y',
        reporterName: '姓名',
        reporterPhone: '电话',
      },
      natures: { 诉求: 'help' },
    });
    const cells = {
      编号: ' A-7 ',
      标题: '路灯不亮',
      内容: '柳荫路的灯坏了',
      登记: '2024/3/5 9:08:07',
      更新: '2024/3/6',
      性质: '诉求',
      急: '紧急',
      大类: '市政',
      小类: '路灯',
      路: '柳荫路',
      门牌: '12号',
      街道: '-',
      x: '120.3',
      y: '36.06',
      姓名: '张三',
      电话: '05320000000',
    };
    expect(mapTableRow(row(cells), mapping)).toEqual({
      kind: 'report',
      draft: {
        externalId: 'A-7',
        reportedAt: new Date('2024-03-05T01:08:07.000Z'),
        sourceUpdatedAt: new Date('2024-03-05T16:00:00.000Z'),
        title: '路灯不亮',
        body: '柳荫路的灯坏了',
        nature: 'help',
        urgency: 'urgent',
        sourceCategory: { system: 'desk@1', code: '市政/路灯', name: '市政/路灯' },
        place: { address: '柳荫路 12号', longitude: 120.3, latitude: 36.06 },
        reporter: { name: '张三', phone: '05320000000' },
      },
    });
  });

  it('takes the beginning of the body for a title that the table does not have, and the report’s time for its change', () => {
    const mapping = aMapping({ columns: { externalId: '编号', body: '内容', reportedAt: '时间' }, generatedText: true });
    expect(mapTableRow(row({ 编号: '1', 内容: '井盖翘起', 时间: '2024/3/5' }), mapping)).toMatchObject({
      draft: { title: '井盖翘起', sourceUpdatedAt: new Date('2024-03-04T16:00:00.000Z'), textIsGenerated: true },
    });
  });

  it('names every fault of a row', () => {
    const mapping = aMapping({ columns: { ...aMapping().columns, longitude: 'x', latitude: 'y' } });
    expect(mapTableRow(row({ 编号: '-', 时间: '明天', x: '1203', y: '36' }), mapping)).toEqual({
      kind: 'rejected',
      faults: [
        { field: '时间', message: '时间无法识别：明天' },
        { field: '编号', message: '缺少编号' },
        { field: 'x,y', message: '坐标超出范围' },
      ],
    });
    expect(mapTableRow(row({ 编号: '1' }), mapping)).toEqual({
      kind: 'rejected',
      faults: [{ field: '时间', message: '缺少时间' }],
    });
  });
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MappedRecord } from '#domain/ports/platform-adapter.js';
import { createAdapter } from '../adapters.js';
import { aWorkbook } from '../formats/rows/a-workbook.js';

const HEADER = [
  '序号',
  '工单编号',
  '区交办时间',
  '市交办办结期限',
  '区交办办结期限',
  '诉求类型',
  '诉求归口',
  '紧急程度',
  '是否疑难',
  '诉求人',
  '联系电话',
  '诉求内容',
  '是否延期',
  '延期至',
  '工单状态',
  '回访是否解决',
  '回访是否满意',
  '回访时间',
];

describe('the work-order list of a hotline', () => {
  let dropDir: string;
  beforeEach(async () => {
    dropDir = await mkdtemp(join(tmpdir(), 'orders-'));
    for (const folder of ['out', 'in']) await mkdir(join(dropDir, folder));
  });
  afterEach(() => rm(dropDir, { recursive: true, force: true }));

  /** Reads one order of a template with these cells. */
  async function read(cells: Readonly<Record<string, unknown>>): Promise<MappedRecord> {
    const order: Readonly<Record<string, unknown>> = {
      序号: 1,
      工单编号: '370203261120001',
      区交办时间: '2026-11-20 09:00',
      诉求内容: '菜场门口乱停车',
      ...cells,
    };
    const bytes = await aWorkbook({
      Sheet1: (sheet) => {
        sheet.addRow(['12345工单事件模板']);
        sheet.mergeCells('A1:R1');
        sheet.addRow(['导出时间：2026-11-20 10:00']);
        sheet.addRow(HEADER);
        sheet.addRow(HEADER.map((column) => order[column] ?? null));
      },
    });
    await writeFile(join(dropDir, 'out', 'orders.xlsx'), bytes);
    const adapter = createAdapter('hotline-sheet', { dropDir, settleSeconds: 0 });
    for await (const page of adapter.pull!(undefined, new AbortController().signal)) return adapter.map(page.records[0].bytes);
    throw new Error('no page');
  }

  it('reads an order in the words of the hotline', async () => {
    const cells = { 诉求类型: '投诉', 诉求归口: '交通运输/停车', 是否疑难: '是', 诉求人: '石某', 联系电话: 13800001111 };
    expect(await read(cells)).toEqual({
      kind: 'report',
      draft: {
        externalId: '370203261120001',
        reportedAt: new Date('2026-11-20T01:00:00Z'),
        sourceUpdatedAt: new Date('2026-11-20T01:00:00Z'),
        title: '菜场门口乱停车',
        body: '菜场门口乱停车',
        nature: 'complaint',
        urgency: 'complex',
        sourceCategory: { system: 'hotline-taxonomy@1', code: '交通运输/停车', name: '交通运输/停车' },
        place: {},
        reporter: { name: '石某', phone: '13800001111' },
      },
    });
  });

  it.each([
    ['the earlier of two deadlines', '2026-11-25', 46350, '', '', '2026-11-23T16:00:00Z'],
    ['the only one', '', '2026年11月23日', '', '', '2026-11-22T16:00:00Z'],
    ['an extension that was granted', '', '2026-11-23', '同意', '2026-11-30', '2026-11-29T16:00:00Z'],
    ['no extension that was only asked for', '', '2026-11-23', '申请中', '2026-11-30', '2026-11-22T16:00:00Z'],
    ['the city where only the district gave more time', '2026-11-25', '2026-11-23', '是', '2026-11-30', '2026-11-24T16:00:00Z'],
  ])('takes %s', async (_title, city, district, extended, until, due) => {
    const read1 = await read({ 市交办办结期限: city, 区交办办结期限: district, 是否延期: extended, 延期至: until });
    expect(read1).toMatchObject({ kind: 'report', draft: { sourceDueAt: new Date(due) } });
  });

  it('takes an order that went back to the city as a withdrawal, and a call-back as what the citizen thinks', async () => {
    expect(await read({ 工单状态: '已退回' })).toEqual({
      kind: 'withdrawal',
      externalId: '370203261120001',
      at: new Date('2026-11-20T01:00:00Z'),
    });
    expect(await read({ 回访是否解决: '是', 回访是否满意: '不满意', 回访时间: '2026/11/21 10:00' })).toMatchObject({
      draft: { evaluation: { solved: true, satisfied: false, at: new Date('2026-11-21T02:00:00Z') } },
    });
  });
});

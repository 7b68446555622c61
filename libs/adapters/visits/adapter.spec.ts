import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import type { Cursor, MappedRecord, PlatformAdapter, PulledPage } from '#domain/ports/platform-adapter.js';
import { createAdapter } from '../adapters.js';
import { aWorkbook } from '../formats/rows/a-workbook.js';

const never = new AbortController().signal;
/** 2026-11-20 as a spreadsheet keeps it. */
const NOV_20 = 46346;

describe('visit lists', () => {
  let dropDir: string;
  let adapter: PlatformAdapter;
  beforeEach(async () => {
    dropDir = await mkdtemp(join(tmpdir(), 'visits-'));
    for (const folder of ['out', 'in']) await mkdir(join(dropDir, folder));
    adapter = createAdapter('visits', { dropDir, settleSeconds: 0 });
  });
  afterEach(() => rm(dropDir, { recursive: true, force: true }));

  const put = (name: string, bytes: Uint8Array | string): Promise<void> => writeFile(join(dropDir, 'out', name), bytes);

  async function pull(cursor?: Cursor): Promise<PulledPage[]> {
    const pages: PulledPage[] = [];
    for await (const page of adapter.pull!(cursor, never)) pages.push(page);
    return pages;
  }
  const idsOf = (pages: readonly PulledPage[]): string[] =>
    pages.flatMap(({ records }) => records.map(({ externalId }) => externalId));
  const faultsOf = (pages: readonly PulledPage[]): string[] =>
    pages.flatMap(({ unreadable }) => unreadable.flatMap(({ faults }) => faults.map(({ field, message }) => field + message)));
  const read = (pages: readonly PulledPage[]): MappedRecord[] =>
    pages.flatMap(({ records }) => records.map(({ bytes }) => adapter.map(bytes)));
  const drafts = (pages: readonly PulledPage[]) =>
    read(pages).map((mapped) => (mapped.kind === 'report' ? mapped.draft : mapped));

  it('finds the header under merged titles, takes what the titles say, and skips sums and visits without a word', async () => {
    await put(
      '11月.xlsx',
      await aWorkbook({
        云水社区走访表: (sheet) => {
          sheet.addRow(['云水社区入户走访诉求清单']);
          sheet.mergeCells('A1:H1');
          sheet.addRow(['清单编号：ZF-2026-11', '', '', '走访人：', '田某', '走访日期：2026年11月20日']);
          sheet.addRow([
            '序号',
            '居民姓名*',
            '联系方式',
            '家庭住址（楼栋）',
            '反映的问题',
            '问题类别',
            '是否现场解决',
            '现场处理情况',
          ]);
          sheet.addRow([1, '柳某', '13800005678', '云水路 3 号', '楼道灯坏了两周', '照明', '是', '当场换了灯泡']);
          sheet.addRow([2, '方某', '', '云水路 5 号', '无', '', '', '']);
          sheet.addRow([3, '苗某', '', '云水路 7 号', '下水道返臭', '排水', '否', '']);
          sheet.addRow(['合计', 3]);
        },
        填表说明: (sheet) => sheet.addRow(['是否现场解决填是或否']),
      }),
    );
    const pages = await pull();
    expect(idsOf(pages)).toEqual(['ZF-2026-11-1', 'ZF-2026-11-3']);
    expect(faultsOf(pages)).toEqual([]);
    expect(drafts(pages)).toEqual([
      {
        externalId: 'ZF-2026-11-1',
        reportedAt: new Date('2026-11-19T16:00:00Z'),
        sourceUpdatedAt: new Date('2026-11-19T16:00:00Z'),
        title: '楼道灯坏了两周',
        body: '楼道灯坏了两周',
        nature: 'help',
        urgency: 'normal',
        sourceCategory: { system: 'ejia-service@1', code: '照明', name: '照明' },
        place: { address: '云水路 3 号' },
        reporter: { name: '柳某', phone: '13800005678' },
        solvedOnTheSpot: { how: '当场换了灯泡', at: new Date('2026-11-19T16:00:00Z'), by: '田某' },
      },
      expect.objectContaining({ externalId: 'ZF-2026-11-3', body: '下水道返臭' }),
    ]);
    expect(drafts(pages)[1]).not.toHaveProperty('solvedOnTheSpot');
  });

  it('reads every sheet, merged cells, a header of two lines, and dates however they are kept', async () => {
    await put(
      '街道.xlsx',
      await aWorkbook({
        汀兰社区: (sheet) => {
          sheet.addRow(['走访时间', '诉求人', '', '诉求内容']);
          sheet.addRow(['', '姓名', '电话', '']);
          sheet.mergeCells('A1:A2');
          sheet.mergeCells('B1:C1');
          sheet.mergeCells('D1:D2');
          sheet.addRow([NOV_20 + 0.375, '白某', '', '单元门关不上']);
          sheet.addRow(['', '蓝某', '', '电梯按钮失灵']);
          sheet.mergeCells('A3:A4');
        },
        鹭洲社区: (sheet) => {
          sheet.addRow(['走访时间', '姓名', '诉求内容']);
          sheet.addRow(['2026.11.20', '青某', '健身器材松动']);
          sheet.addRow([new Date('2026-11-20T09:30:00Z'), '紫某', '雨天积水']);
        },
      }),
    );
    const found = drafts(await pull());
    expect(found.map((draft) => [(draft as { body: string }).body, (draft as { reportedAt: Date }).reportedAt])).toEqual([
      ['单元门关不上', new Date('2026-11-20T01:00:00Z')],
      ['电梯按钮失灵', new Date('2026-11-20T01:00:00Z')],
      ['健身器材松动', new Date('2026-11-19T16:00:00Z')],
      ['雨天积水', new Date('2026-11-20T01:30:00Z')],
    ]);
    expect(found[2]).toMatchObject({ place: { community: '鹭洲社区' }, reporter: { name: '青某' } });
  });

  it('gives a row the same id in an extended list, in another format and in another place', async () => {
    const rows = [
      ['走访日期', '姓名', '住址', '反映问题'],
      ['2026-11-20', '白某', '汀兰路 1 号', '单元门关不上'],
      ['2026-11-20', '蓝某', '汀兰路 2 号', '电梯按钮失灵'],
    ];
    await put('a.csv', rows.map((row) => row.join(',')).join('\r\n'));
    const first = await pull();
    const more = [...rows.slice(0, 1), ['2026-11-19', '黄某', '汀兰路 9 号', '路面有坑'], ...rows.slice(1)];
    const asSerials = more.map(([date, ...rest]) => [date === '2026-11-20' ? NOV_20 : date, ...rest]);
    await put('b.xlsx', await aWorkbook({ 新表: (sheet) => asSerials.forEach((row) => sheet.addRow(row)) }));
    const second = idsOf(await pull(first.at(-1)!.next));
    expect(second.slice(1)).toEqual(idsOf(first));
    expect(new Set([...idsOf(first), ...second]).size).toBe(3);
  });

  it('quarantines what says that it was solved but not how, and a word that is neither yes nor no', async () => {
    await put(
      'a.csv',
      '走访时间,姓名,诉求内容,现场解决,解决方式\n2026-11-20,白某,单元门关不上,是,\n2026-11-20,蓝某,灯不亮,看情况,\n',
    );
    expect(read(await pull())).toEqual([
      { kind: 'rejected', faults: [{ field: '解决方式', message: '写明已现场解决，但没有写如何解决' }] },
      { kind: 'rejected', faults: [{ field: '现场解决', message: '不知是否：看情况' }] },
    ]);
  });

  it('says plainly what an old workbook, a saved web page and a sheet without a header are', async () => {
    await put('a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    await put('b.xls', '<html><table><tr><td>诉求内容</td></tr></table></html>');
    await put('c.xlsx', await aWorkbook({ 登记: (sheet) => sheet.addRow(['白某', '单元门关不上']) }));
    expect(faultsOf(await pull())).toEqual([
      '旧版 Excel（.xls）或加密的工作簿，无法读取：请另存为不加密的 .xlsx 或 CSV 后重新投放',
      '网页表格（常被存成 .xls），无法读取：请在 Excel 中打开后另存为 .xlsx',
      '工作表「登记」找不到表头，缺少列：诉求内容',
    ]);
  });

  it('reads columns under the names a city gives them', async () => {
    adapter = createAdapter('visits', { dropDir, settleSeconds: 0, columns: { 诉求内容: ['大家怎么说'] } });
    await put('a.csv', iconv.encode('走访时间,姓名,大家怎么说\n2026-11-20,白某,单元门关不上\n', 'gbk'));
    expect(drafts(await pull())).toEqual([expect.objectContaining({ body: '单元门关不上' })]);
    expect(() => createAdapter('visits', { dropDir, columns: { 诉求内容: '大家怎么说' } })).toThrow('columns must be lists');
  });

  it('leaves a file that people put there alone until it has stopped changing', async () => {
    let now = new Date('2026-11-20T00:00:00Z');
    adapter = createAdapter('visits', { dropDir, settleSeconds: 2 }, () => now);
    await put('a.csv', '走访时间,姓名,诉求内容\n2026-11-20,白某,单元');
    expect(await pull()).toEqual([]);
    now = new Date('2026-11-20T00:00:03Z');
    await put('a.csv', '走访时间,姓名,诉求内容\n2026-11-20,白某,单元门关不上\n');
    expect(await pull()).toEqual([]);
    now = new Date('2026-11-20T00:00:05Z');
    expect(drafts(await pull())).toEqual([expect.objectContaining({ body: '单元门关不上' })]);
  });

  it('puts answers down that no spreadsheet takes for a formula', async () => {
    const update = { externalId: 'ZF-1', reference: 'r/1', kind: 'answer', text: '=1+1', department: '城管', at: new Date(0) };
    expect(await adapter.readBack!(update as never, never)).toEqual({ kind: 'absent' });
    await adapter.pushUpdate!(update as never, never);
    expect(await adapter.readBack!(update as never, never)).toEqual({ kind: 'shown' });
    const [name] = await readdir(join(dropDir, 'in'));
    expect((await readFile(join(dropDir, 'in', name), 'utf8')).split('\r\n')[1]).toBe("ZF-1,r/1,答复,'=1+1,城管,1970/1/1 08:00");
  });
});

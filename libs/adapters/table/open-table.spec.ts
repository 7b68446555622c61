import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import iconv from 'iconv-lite';
import { aMapping } from './a-mapping.js';
import { openTable } from './open-table.js';
import type { TableMapping } from './table-mapping.js';

const HEADER = '编号,标题,内容,时间';
let dir: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'huiliu-table-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

/** What a file's rows came to: its id and fields, or why it is none. */
async function read(content: string | Uint8Array, mapping: TableMapping = aMapping()): Promise<unknown[]> {
  const path = join(dir, 'table');
  writeFileSync(path, content);
  const found: unknown[] = [];
  for await (const { number, entry } of await openTable(path, mapping)) {
    if ('record' in entry)
      found.push([number, Object.values(JSON.parse(Buffer.from(entry.record.bytes).toString()) as object).join('|')]);
    else found.push([number, entry.unreadable.faults.map(({ field, message }) => `${field}${message}`).join()]);
  }
  return found;
}

describe('openTable', () => {
  it('reads CSV with and without a byte order mark, with quotes, line breaks and blank lines', async () => {
    const text = `"编号",标题,内容,时间\r\n1,路灯,"第一行\n第二行，""引号""",2024/3/5\r\n\r\n2,井盖,x,2024/3/6\r\n`;
    const rows = [
      [2, '1|路灯|第一行\n第二行，"引号"|2024/3/5'],
      [3, '2|井盖|x|2024/3/6'],
    ];
    expect(await read(text)).toEqual(rows);
    expect(await read(`\uFEFF${text}`)).toEqual(rows);
  });

  it('recognises GB 18030 by itself', async () => {
    expect(await read(iconv.encode(`${HEADER}\n1,𠮷祥里,䶮字,2024/3/5\n`, 'gb18030'))).toEqual([[2, '1|𠮷祥里|䶮字|2024/3/5']]);
  });

  it('sets aside the rows of a wrong shape and keeps the others', async () => {
    const bytes = Buffer.from(`${HEADER}\n1,路灯\n-,无号,x,2024/3/5\n3,坏X字,x,2024/3/5\n4,多,x,2024/3/5,y\n5,好,x,2024/3/5,,\n`);
    bytes[bytes.indexOf('X')] = 0xff;
    expect(await read(bytes)).toEqual([
      [2, '应有 4 列，实为 2 列'],
      [3, '编号缺少编号'],
      [4, '标题字符编码有误'],
      [5, '应有 4 列，实为 5 列'],
      [6, '5|好|x|2024/3/5'],
    ]);
  });

  it('loses one line to a quote that never closes, and one to a quote that closes much later', async () => {
    const good = (n: number): string => `${n},标题${n},"内容${n}",2024/3/5`;
    const text = [HEADER, good(1), '2,"开,x,2024/3/5', good(3), good(4), '5,标题,"又开,2024/3/5', '6,标题,x,2024/3/5'].join('\n');
    expect(await read(text)).toEqual([
      [2, '1|标题1|内容1|2024/3/5'],
      [3, '引号未闭合'],
      [4, '3|标题3|内容3|2024/3/5'],
      [5, '4|标题4|内容4|2024/3/5'],
      [6, '引号未闭合'],
      [7, '6|标题|x|2024/3/5'],
    ]);
  });

  it('reads the first sheet of a workbook as it is shown, formulas by their last result', async () => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('一');
    sheet.addRow(['登记表']);
    sheet.addRow(HEADER.split(','));
    sheet.addRow([
      7,
      { richText: [{ text: '路' }, { text: '灯' }] },
      { formula: 'A1', result: '结果' },
      new Date(Date.UTC(2024, 2, 5, 9, 8, 7)),
    ]);
    sheet.addRow(['8', '井盖', null, 45356.5]);
    sheet.addRow([null, '无号']);
    workbook.addWorksheet('二').addRow(['x']);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const file = { ...aMapping().file, headerRow: 2 };
    expect(await read(bytes, aMapping({ file }))).toEqual([
      [3, '7|路灯|结果|2024-03-05 09:08:07'],
      [4, '8|井盖||45356.5'],
      [5, '编号缺少编号'],
    ]);
  });

  it('names the columns that a file lacks', async () => {
    await expect(read('编号,标题,时刻\n1,2,3\n')).rejects.toThrow('lacks the columns 内容, 时间; it has 编号, 标题, 时刻');
    await expect(read('')).rejects.toThrow('it has no row there');
  });

  it('says what is wrong with a file that is no table', async () => {
    await expect(openTable(join(dir, 'nothing'), aMapping())).rejects.toThrow('there is no such file');
    await expect(openTable(dir, aMapping())).rejects.toThrow('cannot be read (EISDIR)');
    await expect(read(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).rejects.toThrow('a workbook of the old format');
    await expect(read('PK\u0003\u0004 cut short')).rejects.toThrow('no workbook that can be read to its end');
    await expect(read(`\uFEFF${HEADER}`, aMapping({ file: { ...aMapping().file, format: 'xlsx' } }))).rejects.toThrow(
      'is no xlsx file',
    );
  });
});

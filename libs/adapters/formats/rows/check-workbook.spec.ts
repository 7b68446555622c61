import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorkbook } from './a-workbook.js';
import { checkWorkbook } from './check-workbook.js';

const CENTRAL_ENTRY = Buffer.from('PK\u0001\u0002', 'latin1');
const END = Buffer.from('PK\u0005\u0006', 'latin1');
const UNPACKED_SIZE_AT = 24;
const LIST_OFFSET_AT = 16;

let folder: string;
let whole: Buffer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workbook-'));
  whole = await aWorkbook({
    走访: (sheet) =>
      sheet.addRows([
        ['标题', '', ''],
        ['走访时间', '诉求内容'],
        ['', '路灯不亮'],
      ]),
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function check(bytes: Uint8Array): Promise<unknown> {
  const path = join(folder, 'list.xlsx');
  await writeFile(path, bytes);
  return checkWorkbook(path).catch((thrown: { told: string }) => thrown.told);
}

/** The workbook with another size claimed for the first entry of its list. */
function claiming(size: number): Buffer {
  const bytes = Buffer.from(whole);
  bytes.writeUInt32LE(size, bytes.indexOf(CENTRAL_ENTRY) + UNPACKED_SIZE_AT);
  return bytes;
}

describe('a workbook before it is read', () => {
  it('passes when it is whole', async () => {
    expect(await check(whole)).toEqual(new Map([['1', expect.anything()]]));
  });

  it('is refused when it would unpack to gigabytes', async () => {
    expect(await check(claiming(2_000_000_000))).toBe('解压后将达 1908 MB，超过 256 MB，已拒绝');
  });

  it('is refused when an entry unpacks to more than it claims', async () => {
    expect(await check(claiming(10))).toBe('工作簿不完整或已损坏，无法读完');
  });

  it('is refused when it holds what its list does not name', async () => {
    const list = whole.indexOf(CENTRAL_ENTRY);
    const hidden = Buffer.alloc(300_000, 1);
    const bytes = Buffer.concat([whole.subarray(0, list), hidden, whole.subarray(list)]);
    bytes.writeUInt32LE(list + hidden.length, bytes.lastIndexOf(END) + LIST_OFFSET_AT);
    expect(await check(bytes)).toBe('压缩包内有目录之外的数据，已拒绝');
  });

  it('is refused when its end is missing', async () => {
    expect(await check(whole.subarray(0, whole.length - 200))).toBe('工作簿不完整或已损坏，无法读完');
  });
});

import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import type { Cursor, PulledPage } from '#domain/ports/platform-adapter.js';
import { createAdapter } from '../adapters.js';

const HEADER = '服务单号,提交时间,更新时间,诉求内容,状态\r\n';
const row = (id: string): string => `${id},2026/11/22 8:00,2026/11/22 8:30,"路灯不亮，
天黑看不清",待办\r\n`;

describe('a drop folder', () => {
  let dropDir: string;
  beforeEach(async () => {
    dropDir = await mkdtemp(join(tmpdir(), 'drop-'));
    for (const folder of ['out', 'in', 'receipts']) await mkdir(join(dropDir, folder));
  });
  afterEach(() => rm(dropDir, { recursive: true, force: true }));

  const put = (name: string, ...parts: readonly (string | Uint8Array)[]): Promise<void> =>
    writeFile(
      join(dropDir, 'out', name),
      Buffer.concat(parts.map((part) => (typeof part === 'string' ? iconv.encode(part, 'gbk') : part))),
    );

  async function pull(cursor?: Cursor): Promise<PulledPage[]> {
    const pages: PulledPage[] = [];
    for await (const page of createAdapter('file-drop', { dropDir }).pull!(cursor, new AbortController().signal))
      pages.push(page);
    return pages;
  }
  const idsOf = (pages: readonly PulledPage[]): string[] =>
    pages.flatMap(({ records }) => records.map(({ externalId }) => externalId));
  const done = (): Promise<string[]> => readdir(join(dropDir, 'out', 'done')).catch(() => []);

  it('leaves alone a file that is still being written', async () => {
    await put('ejia-1.csv.part', HEADER, row('a'));
    expect(await pull()).toEqual([]);
  });

  it('moves a file away only when a later pull proves that it is committed', async () => {
    await put('ejia-1.csv', HEADER, row('a'));
    const pages = await pull();
    expect(idsOf(pages)).toEqual(['a']);
    expect(await done()).toEqual([]);
    await pull(pages.at(-1)!.next);
    expect(await done()).toEqual(['ejia-1.csv']);
  });

  it('reads a file whose name sorts before one that was read', async () => {
    await put('ejia-5.csv', HEADER, row('a'));
    const pages = await pull();
    await put('ejia-2.csv', HEADER, row('b'));
    expect(idsOf(await pull(pages.at(-1)!.next))).toEqual(['b']);
  });

  it('reads moved files again from the beginning', async () => {
    await put('ejia-1.csv', HEADER, row('a'));
    await pull((await pull()).at(-1)!.next);
    await put('ejia-2.csv', HEADER, row('b'));
    expect(idsOf(await pull())).toEqual(['a', 'b']);
  });

  it('spoils one row for broken bytes and one for missing columns, and reads the others', async () => {
    await put(
      'ejia-1.csv',
      HEADER,
      row('a'),
      'b,',
      Buffer.from([0xff, 0xfe, 0x81]),
      ',,,\r\n',
      'c,2026/11/22 8:00\r\n',
      row('d'),
    );
    const pages = await pull();
    expect(idsOf(pages)).toEqual(['a', 'd']);
    const [broken, short] = pages.flatMap(({ unreadable }) => unreadable);
    expect(Buffer.from(broken.bytes).toString('hex')).toBe('622cfffe812c2c2c');
    expect(broken.faults).toEqual([{ field: '提交时间', message: '不是 gbk 编码' }]);
    expect(short.faults).toEqual([{ field: '', message: '应有 5 列，实为 2 列' }]);
  });

  it('gives the rest of a file as one piece when a quote is never closed', async () => {
    await put('ejia-1.csv', HEADER, row('a'), '"b,2026', ',x\r\n'.repeat(10));
    const pages = await pull();
    expect(idsOf(pages)).toEqual(['a']);
    expect(pages.flatMap(({ unreadable }) => unreadable).length).toBe(1);
  });

  it('gives a file without the columns it must have as one piece', async () => {
    await put('ejia-1.csv', '编号,内容\r\n1,2\r\n');
    const [{ unreadable }] = await pull();
    expect(unreadable[0].faults[0].message).toContain('缺少列');
  });

  it('finds the columns wherever they stand', async () => {
    await put('ejia-1.csv', '状态,诉求内容,更新时间,提交时间,服务单号\r\n待办,路灯不亮,2026/11/22 8:30,2026/11/22 8:00,a\r\n');
    const [page] = await pull();
    const read = createAdapter('file-drop', { dropDir }).map(page.records[0].bytes);
    expect(read).toMatchObject({ kind: 'report', draft: { externalId: 'a', reportedAt: new Date('2026-11-22T00:00:00Z') } });
  });

  it('asks a person when the folder is not there', async () => {
    const adapter = createAdapter('file-drop', { dropDir: join(dropDir, 'nowhere') });
    expect(await adapter.check(new AbortController().signal)).toMatchObject({ kind: 'fault', actor: 'operator' });
  });
});

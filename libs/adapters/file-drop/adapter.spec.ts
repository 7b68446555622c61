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
    expect(broken.faults).toEqual([{ field: '提交时间', message: '第 3 行：字符编码有误' }]);
    expect(short.faults).toEqual([{ field: '', message: '第 4 行：应有 5 列，实为 2 列' }]);
  });

  it('loses one line to a quote that is never closed, and reads on behind it', async () => {
    await put('ejia-1.csv', HEADER, row('a'), '"b,2026\r\n', row('c'));
    const pages = await pull();
    expect(idsOf(pages)).toEqual(['a', 'c']);
    const faults = pages.flatMap(({ unreadable }) => unreadable.flatMap((piece) => piece.faults));
    expect(faults).toEqual([{ field: '', message: '第 3 行：引号未闭合' }]);
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

  it('reads a file anew that lies there again under its old name with another content', async () => {
    await put('ejia-1.csv', HEADER, row('a'));
    const first = await pull();
    await put('ejia-1.csv', HEADER, row('b'));
    const second = await pull(first.at(-1)!.next);
    expect(idsOf(second)).toEqual(['b']);
    await put('ejia-2.csv', HEADER, row('c'));
    await pull(second.at(-1)!.next);
    await put('ejia-1.csv', HEADER, row('d'));
    await pull((await pull()).at(-1)!.next);
    expect(await done()).toEqual(['ejia-1.csv', 'ejia-1~2.csv', 'ejia-2.csv']);
  });

  it('gives the same bytes for the same rows under another name', async () => {
    await put('ejia-1.csv', HEADER, row('a'));
    await put('ejia-2.csv', HEADER, row('a'));
    const [one, two] = (await pull()).flatMap(({ records }) => records.map(({ bytes }) => Buffer.from(bytes).toString()));
    expect(one).toBe(two);
  });

  it('starts a file over that has shrunk since its first page', async () => {
    await put('ejia-1.csv', HEADER, row('a'), row('b'), row('c'));
    const small = createAdapter('file-drop', { dropDir, pageSize: 1 }).pull!(undefined, new AbortController().signal);
    const first = (await small[Symbol.asyncIterator]().next()).value as PulledPage;
    await put('ejia-1.csv', HEADER, row('z'));
    expect(idsOf(await pull(first.next))).toEqual(['z']);
  });

  it('does not count a file as read that changed while it was read', async () => {
    await put('ejia-1.csv', HEADER, row('a'), row('b'));
    const pages = createAdapter('file-drop', { dropDir, pageSize: 1 }).pull!(undefined, new AbortController().signal);
    let next: Cursor | undefined;
    for await (const page of pages) {
      next = page.next;
      await put('ejia-1.csv', HEADER, row('c'), row('d'), row('e'));
    }
    expect(idsOf(await pull(next))).toEqual(['c', 'd', 'e']);
  });

  it('waits for the end marker of platforms that write one', async () => {
    const read = async (): Promise<string[]> => {
      const pages: PulledPage[] = [];
      const adapter = createAdapter('file-drop', { dropDir, endMarker: '#END' });
      for await (const page of adapter.pull!(undefined, new AbortController().signal)) pages.push(page);
      return idsOf(pages);
    };
    await put('ejia-1.csv', HEADER, row('a'));
    expect(await read()).toEqual([]);
    await put('ejia-1.csv', HEADER, row('a'), '#END,,,,\r\n');
    expect(await read()).toContain('a');
  });

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['GBK', (text: string) => iconv.encode(text, 'gbk')],
    ['GB 18030', (text: string) => iconv.encode(text.replace('路灯', '𠮷灯'), 'gb18030')],
    ['tabs', (text: string) => iconv.encode(text.replaceAll(',', '\t'), 'gbk')],
  ])('knows %s when it sees it', async (_title, encode) => {
    await put('ejia-1.tsv', encode(HEADER + row('a')));
    const [{ records }] = await pull();
    expect(createAdapter('file-drop', { dropDir }).map(records[0].bytes)).toMatchObject({
      kind: 'report',
      draft: { externalId: 'a', body: expect.stringContaining('灯不亮，\n天黑看不清') },
    });
  });

  it('reads XML, in the charset it declares, and refuses one that multiplies itself', async () => {
    const cells = '<服务单号>a</服务单号><提交时间>2026/11/22 8:00</提交时间><更新时间>2026/11/22 8:30</更新时间>';
    const item = `<行>${cells}<诉求内容>路灯不亮</诉求内容><状态>待办</状态></行>`;
    await put('ejia-1.xml', `<?xml version="1.0" encoding="GBK"?><表>${item}</表>`);
    await put('ejia-2.xml', `<?xml version="1.0"?><!DOCTYPE 表 [<!ENTITY a "aaaaaaaaaa">]><表>${item}</表>`);
    const pages = await pull();
    expect(idsOf(pages)).toEqual(['a']);
    const [bomb] = pages.flatMap(({ unreadable }) => unreadable);
    expect(bomb.faults).toEqual([{ field: '', message: 'XML 不完整，或自带实体定义（已拒绝）' }]);
  });

  it('keeps formulas as the text they are, and sets a field of megabytes aside with its row', async () => {
    const formula = row('a').replace('路灯不亮', '=HYPERLINK(A1)');
    await put('ejia-1.csv', HEADER, formula, `b,2026/11/22 8:00,2026/11/22 8:30,${'坑'.repeat(3_500_000)},待办\r\n`, row('c'));
    const pages = await pull();
    expect(idsOf(pages)).toEqual(['a', 'c']);
    expect(Buffer.from(pages[0].records[0].bytes).toString()).toContain('=HYPERLINK(A1)');
    const [long] = pages.flatMap(({ unreadable }) => unreadable);
    expect(long.faults).toEqual([{ field: '', message: '第 3 行：一行超过 1 MB' }]);
    expect(long.bytes.length).toBeLessThan(200_000);
  });

  it('asks a person when the folder is not there', async () => {
    const adapter = createAdapter('file-drop', { dropDir: join(dropDir, 'nowhere') });
    expect(await adapter.check(new AbortController().signal)).toMatchObject({ kind: 'fault', actor: 'operator' });
  });
});

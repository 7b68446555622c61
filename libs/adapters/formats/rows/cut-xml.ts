import { readFile, stat } from 'node:fs/promises';
import { decodeText } from '../decode-text.js';
import type { Charset } from '../decode-text.js';
import { plainText } from '../field-reader.js';
import { canonicalJson, isFields } from '../parse-json.js';
import type { Fields } from '../parse-json.js';
import { parseXml } from '../parse-xml.js';
import type { CutRow } from './cut-row.js';
import { UnreadableFile } from './unreadable-file.js';

const MOST_BYTES = 32 * 1024 * 1024;
const MOST_CHARACTERS_OF_A_ROW = 1024 * 1024;
const CHARACTERS_KEPT = 64 * 1024;
const DECLARED = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*\bencoding=["']([\w-]+)["']/;

/** Charset an XML file declares of itself; GB 2312 and GBK are parts of GB 18030. */
export function declaredCharset(head: Uint8Array): Charset | undefined {
  const name = DECLARED.exec(Buffer.from(head.subarray(0, 200)).toString('latin1'))?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  return /^gb/.test(name) ? 'gb18030' : 'utf-8';
}

/**
 * The rows of an XML file: the elements that repeat inside its root, their children being the cells. Row 1 is the names of
 * all children, so that an XML file reads like any other table.
 */
export async function* cutXml(path: string, charset: Charset): AsyncGenerator<CutRow> {
  const rows = rowsOf(await readDocument(path, charset));
  if (!rows) throw new UnreadableFile(path, 'is XML without rows', '不是一行一个元素的 XML');
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => !name.startsWith('@_'));
  yield { number: 1, cells: names, raw: () => canonicalJson(names) };
  for (const [at, row] of rows.entries()) {
    const cells = names.map((name) => (row[name] === undefined ? '' : plainText(row[name])));
    const text = JSON.stringify(row);
    const raw = (): Uint8Array => Buffer.from(text.slice(0, CHARACTERS_KEPT), 'utf8');
    const fault = text.length > MOST_CHARACTERS_OF_A_ROW ? '一行超过 1 MB' : undefined;
    yield { number: at + 2, cells, raw, ...(fault !== undefined && { fault }) };
  }
}

async function readDocument(path: string, charset: Charset): Promise<Fields> {
  if ((await stat(path)).size > MOST_BYTES) {
    throw new UnreadableFile(path, 'is more than 32 MB of XML: send it in parts', 'XML 超过 32 MB，请分批投放');
  }
  const text = decodeText(await readFile(path), charset)?.replace(/^\uFEFF/, '');
  if (text === undefined) throw new UnreadableFile(path, `is no ${charset}`, '字符编码有误');
  const document = parseXml(text);
  if (document) return document;
  throw new UnreadableFile(path, 'is no XML, or brings entities of its own', 'XML 不完整，或自带实体定义（已拒绝）');
}

/** The elements that stand for rows: the only list inside the root, or its only child. */
function rowsOf(document: Fields): readonly Fields[] | undefined {
  const [root] = Object.entries(document)
    .filter(([name]) => !name.startsWith('?'))
    .map(([, value]) => value);
  if (root === '') return [];
  if (!isFields(root)) return undefined;
  const children = Object.entries(root).filter(([name]) => !/^(@_|#text)/.test(name));
  if (children.length !== 1) return undefined;
  const rows = Array.isArray(children[0][1]) ? (children[0][1] as readonly unknown[]) : [children[0][1]];
  return rows.every(isFields) ? rows : undefined;
}

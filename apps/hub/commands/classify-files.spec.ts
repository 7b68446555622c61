import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readLabelled, readLetters } from './classify-files.js';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'huiliu-classify-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

function file(content: string | Uint8Array): string {
  const path = join(dir, 'letters.csv');
  writeFileSync(path, content);
  return path;
}

describe('files of letters', () => {
  it('are read with a byte order mark, quotes, line breaks and columns in any order', () => {
    const text = '\uFEFFtopic,id,body,subject,更多\r\n照明,1,"第一行\n第二行",路灯,x\r\n绿化,2,"他说""枯了""",,y\r\n';
    expect(readLabelled(file(text))).toEqual([
      { id: '1', subject: '路灯', body: '第一行\n第二行', topic: '照明' },
      { id: '2', subject: '', body: '他说"枯了"', topic: '绿化' },
    ]);
    expect(readLetters(file(text))).toEqual([
      { id: '1', subject: '路灯', body: '第一行\n第二行' },
      { id: '2', subject: '', body: '他说"枯了"' },
    ]);
  });

  it.each([
    ['id,body\n1,x\n', 'it lacks the columns subject, topic'],
    ['', 'it lacks the columns id, subject, body, topic'],
    ['id,subject,body,topic\n1,路灯,x,照明\n2,草坪,x,\n', 'its letter 2 (number 2) has no topic'],
    ['id,subject,body,topic\n1,路灯,x,照明\n', 'there are not two topics to tell apart'],
    ['id,subject,body,topic\n1,路灯,x\n', 'Invalid Record Length'],
    ['id,subject,body,topic\n1,"路灯,x,照明\n', 'Quote Not Closed'],
  ])('are refused with the reason: %j', (content, why) => {
    expect(() => readLabelled(file(content))).toThrow(why);
  });

  it('are refused when they are no UTF-8 or not there', () => {
    expect(() => readLetters(file(Buffer.from('69640a8081ff', 'hex')))).toThrow('cannot be read as letters');
    expect(() => readLetters(join(dir, 'nothing.csv'))).toThrow('no such file');
  });
});

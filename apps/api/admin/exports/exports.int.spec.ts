import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { CaseIndex } from '#storage/reading/case-index.js';
import { AdminDesk } from '#test/support/admin-desk.js';

/** Cases on top of the desk's one, the newest of which looks like a formula. */
const CASES = 20_000;
const MORE = `
insert into cases (id, number, version, status, opened_at, title, category, nature, urgency, place, street, route, last_hash)
select gen_random_uuid(), 'HL' || 202611210000 + n, 1, 'handling', timestamptz '2026-11-21T01:00:00Z' + n * interval '1 second',
  case n when ${CASES} then '=1+1' else '第 ' || n || ' 件' end, 'E0113', 'help', 'normal', '{}', '望海街道', '{"kind":"held","because":"","candidates":[]}', 'x'
from generate_series(1, ${CASES}) n`;

describe('exports of the case list', () => {
  let desk: AdminDesk;

  beforeAll(async () => {
    desk = await AdminDesk.open();
    await desk.reset();
    await desk.source.query(MORE);
    await new CaseIndex(desk.source).catchUp(2 * CASES);
    await desk.app.listen(0, '127.0.0.1');
  });
  afterAll(() => desk?.end());

  const ask = async (path: string): Promise<IncomingMessage> => {
    const { port } = desk.app.getHttpServer().address() as AddressInfo;
    const asked = request({ port, host: '127.0.0.1', path: `/api/v1/${path}`, headers: desk.headers }).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    return answer;
  };
  const bytesOf = async (answer: IncomingMessage): Promise<Buffer> => {
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  };

  it('have the filtered cases as text, without identities and without formulas', async () => {
    const answer = await ask('cases.csv?status=held');
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect((await bytesOf(answer)).toString('utf8').split('\n')).toEqual([
      '\uFEFF案件编号,状态,标题,小类,街道,网格,地点,主办部门,诉求件数,原始单号,立案时间,到期时间,红黄绿灯,结案时间',
      'HL202611200001,待派遣,路灯不亮 138****5678,道路破损,,,云岚街道银杏路 3 号,,1,hotline/H1,2026-11-20 09:00,2026-11-20 11:00,临期,',
      '',
    ]);
    const formulas = await bytesOf(await ask('cases.csv?openedFrom=2026-11-21T06:33:20Z'));
    expect(formulas.toString('utf8')).toContain(`,'=1+1,`);
  });

  it('have the same as a workbook', async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await bytesOf(await ask(`cases.xlsx?street=${encodeURIComponent('望海街道')}`))) as never);
    const sheet = workbook.worksheets[0];
    expect([sheet.name, sheet.rowCount]).toEqual(['案件', CASES + 1]);
    expect([sheet.getCell('A2').value, sheet.getCell('C2').value]).toEqual([`HL${202611210000 + CASES}`, `'=1+1`]);
  });

  it('begin before all is read, and read no faster than they are taken', async () => {
    const answer = await ask('cases.csv');
    await once(answer, 'readable');
    // Whoever takes nothing leaves the rest in the database: cases closed meanwhile are seen as closed.
    await desk.source.query(`update cases set status = 'withdrawn' where number = 'HL202611210001'`);
    const lines = (await bytesOf(answer)).toString('utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(CASES + 2);
    expect(lines.find((line) => line.startsWith('HL202611210001,'))).toContain('已撤销');
  });

  it('are refused with filters that the list refuses', async () => {
    expect((await ask('cases.csv?status=lost')).statusCode).toBe(400);
  });
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import type { HubConfig } from '#config/load-config.js';
import { loadConfig } from '#config/load-config.js';
import { projectRoot } from '#config/project-root.js';
import { exportRows } from '#storage/reading/export-rows.js';
import { exportRowsForScore } from '#storage/reading/export-routed.js';
import { EXPORT_TABLES } from '#storage/reading/export-tables.js';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import { withHub } from '../with-hub.js';
import { writeCsv } from './export-csv.js';
import { importFile } from './import-file.js';

const DESK = `platform: desk
title: 窗口登记
columns: { externalId: 编号, title: 标题, body: 内容, reportedAt: 时间, category: 类别, street: 街道 }
codes: { 路灯: P0137 }
`;
const COUNTED = `platform: counted
title: 统计表
columns: { externalId: 编号, title: [类别, 街道], reportedAt: 时间, category: 类别 }
generatedText: true
codes: { 路灯: P0137 }
`;
const CSV = `编号,标题,内容,时间,类别,街道
0071,柳荫路12号路灯不亮,"柳荫路12号门口的路灯连着三晚不亮，老人出门很不方便，请来修。",2024/3/5 9:08:07,路灯,柳荫街道
=1+1,-,"=HYPERLINK(""x"")是网友发的",2024/3/5,路灯,柳荫街道
0073,少列
0074,坏时间,内容,后天,路灯,柳荫街道
,没有编号,内容,2024/3/5,路灯,柳荫街道
0076,滨河公园长椅损坏,滨河公园北门的两把长椅断了,45356.5,座椅,滨河街道
`;

let database: TestDatabase;
let dir: string;
let config: HubConfig;

beforeAll(async () => {
  database = await freshDatabase();
  dir = mkdtempSync(join(tmpdir(), 'huiliu-import-'));
  await cp(join(projectRoot(), 'config', 'demo'), dir, { recursive: true });
  mkdirSync(join(dir, 'imports'));
  writeFileSync(join(dir, 'imports', 'desk.yaml'), DESK);
  writeFileSync(join(dir, 'imports', 'counted.yaml'), COUNTED);
  writeFileSync(join(dir, 'desk.csv'), CSV);
  const folders = { HUB_CONFIG_DIR: dir, HUB_DATA_DIR: join(dir, 'data') };
  config = loadConfig({ ...folders, DATABASE_URL: database.url, HUB_LOG_LEVEL: 'silent', CITY_URL: 'http://127.0.0.1:1' });
});

afterAll(async () => {
  await database.drop();
  rmSync(dir, { recursive: true, force: true });
});

/** Imports and returns the tally without its seconds, and the rows that lie in quarantine. */
async function run(name: string, mapping: string): Promise<{ tally: object; refused: readonly string[] }> {
  const refused: string[] = [];
  const { seconds, ...tally } = await importFile(config, { file: join(dir, name), mapping }, (row, { faults }) =>
    refused.push(`${row} ${faults.map(({ field, message }) => `${field}${message}`).join()}`),
  );
  expect(seconds).toBeGreaterThan(0);
  return { tally, refused };
}

const REFUSED = ['4 应有 6 列，实为 2 列', '5 时间时间无法识别：后天', '6 编号缺少编号'];

describe('importing a table', () => {
  it('takes the good rows in and sets the others aside, each with its row and reason', async () => {
    expect(await run('desk.csv', 'desk')).toEqual({
      tally: { rows: 6, accepted: 3, unchanged: 0, quarantined: 3, cases: 3, attached: 0, unaccounted: 0 },
      refused: REFUSED,
    });
  });

  it('changes nothing when it is done again, and tells again what lies in quarantine', async () => {
    expect(await run('desk.csv', 'desk')).toEqual({
      tally: { rows: 6, accepted: 0, unchanged: 6, quarantined: 0, cases: 0, attached: 0, unaccounted: 0 },
      refused: REFUSED,
    });
  });

  it('takes a workbook in, and what it has changed since', async () => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('表');
    sheet.addRow(['编号', '标题', '内容', '时间', '类别', '街道']);
    sheet.addRow([
      '0076',
      '滨河公园长椅损坏',
      '滨河公园北门的三把长椅都断了',
      new Date(Date.UTC(2024, 2, 6, 8)),
      '座椅',
      '滨河街道',
    ]);
    sheet.addRow([
      '0081',
      '学府路井盖翘起',
      '学府路小学门口的井盖翘起来，绊倒过人',
      new Date(Date.UTC(2024, 2, 6, 8)),
      '井盖',
      '学府街道',
    ]);
    await workbook.xlsx.writeFile(join(dir, 'desk.xlsx'));
    expect(await run('desk.xlsx', 'desk')).toEqual({
      tally: { rows: 2, accepted: 2, unchanged: 0, quarantined: 0, cases: 1, attached: 0, unaccounted: 0 },
      refused: [],
    });
  });

  it('never takes rows of generated text for one matter', async () => {
    const rows = Array.from({ length: 600 }, (_, at) => `${at},路灯,2024/3/5 8:00:00,柳荫街道`);
    writeFileSync(join(dir, 'counted.csv'), ['编号,类别,时间,街道', ...rows].join('\n'));
    expect((await run('counted.csv', 'counted')).tally).toMatchObject({
      rows: 600,
      accepted: 600,
      cases: 600,
      attached: 0,
      unaccounted: 0,
    });
  });

  it('refuses a file or a name that cannot be meant before anything is opened', async () => {
    await expect(run('counted.csv', 'desk')).rejects.toThrow('lacks the columns 标题, 内容');
    const taken = importFile(config, { file: join(dir, 'desk.csv'), mapping: 'desk', platform: 'hotline' }, () => undefined);
    await expect(taken).rejects.toThrow('hotline is a platform of platforms.yaml');
  });
});

describe('exporting', () => {
  it('writes what became of each report, formulas as text', async () => {
    const columns = ['platform', 'external_id', 'title', 'category', 'status', 'department', 'reported_at', 'relation'];
    const file = join(dir, 'reports.csv');
    const count = await withHub(config, ({ source }) =>
      writeCsv(file, columns, exportRows(source, EXPORT_TABLES.reports, { columns, platform: 'desk' })),
    );
    expect(count).toBe(4);
    expect(readFileSync(file, 'utf8').split('\n')).toEqual([
      'platform,external_id,title,category,status,department,reported_at,relation',
      'desk,0071,柳荫路12号路灯不亮,P0137,dispatched,urban-management,2024-03-05T01:08:07Z,opened',
      'desk,0076,滨河公园长椅损坏,UNCLASSIFIED,held,,2024-03-05T04:00:00Z,opened',
      'desk,0081,学府路井盖翘起,UNCLASSIFIED,held,,2024-03-06T00:00:00Z,opened',
      `desk,'=1+1,"'=HYPERLINK(""x"")是网友发的",P0137,dispatched,urban-management,2024-03-04T16:00:00Z,opened`,
      '',
    ]);
  });

  it('gives the city every report with its case', async () => {
    const rows = await withHub(config, ({ source }) => exportRowsForScore(source));
    expect(rows).toHaveLength(604);
    expect(
      rows.filter(({ platform, routedTo }) => platform === 'desk' && routedTo === null).map(({ externalId }) => externalId),
    ).toEqual(['0076', '0081']);
  });
});

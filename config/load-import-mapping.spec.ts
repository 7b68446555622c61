import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigInvalidError, formatFault } from './config-fault.js';
import { loadImportMapping } from './load-import-mapping.js';
import { loadReference } from './load-reference.js';
import { projectRoot } from './project-root.js';

const demo = join(projectRoot(), 'config', 'demo');
const { categories } = loadReference(demo, { CITY_URL: 'http://127.0.0.1:1' }).reference;

describe('loadImportMapping', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'huiliu-mapping-'));
    mkdirSync(join(dir, 'imports'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const write = (name: string, lines: readonly string[]): void =>
    writeFileSync(join(dir, 'imports', `${name}.yaml`), `${lines.join('\n')}\n`);
  const faultsOf = (name: string): string[] => {
    try {
      loadImportMapping(name, dir, categories);
      return [];
    } catch (error) {
      if (error instanceof ConfigInvalidError) return error.faults.map(formatFault);
      throw error;
    }
  };

  it('reads the mappings that come with the hub', () => {
    const { platform, categorySystem, codes, generatedText } = loadImportMapping('pingshan-2018', dir, categories);
    expect([platform, categorySystem, generatedText]).toEqual(['pingshan-2018', 'pingshan-2018@1', true]);
    expect(codes.get('公用部件/路灯')).toBe('P0137');
    expect(loadImportMapping('citizen-messages', dir, categories).times).toContain('excel-serial');
  });

  it('translates into 36 categories of the demo city', () => {
    const { codes } = loadImportMapping('pingshan-2018', dir, categories);
    expect(new Set(codes.values()).size).toBe(36);
  });

  it('prefers the city’s own mapping of the same name', () => {
    write('citizen-messages', ['platform: own', 'title: 自己的', 'columns: { externalId: id, title: t, reportedAt: at }']);
    expect(loadImportMapping('citizen-messages', dir, categories)).toMatchObject({
      platform: 'own',
      categorySystem: 'import-own',
      file: { format: 'auto', charset: 'auto', headerRow: 1, delimiter: ',' },
      nulls: ['-'],
      zone: 'Asia/Shanghai',
    });
  });

  it('reports every fault with its line', () => {
    write('desk', [
      'platform: Desk One',
      'title: 窗口',
      'file: { charset: big5, delimiter: "|" }',
      'columns:',
      '  externalId: 编号',
      '  titel: 标题',
      '  body: []',
      'zone: Asia/Nowhere',
    ]);
    expect(faultsOf('desk')).toEqual([
      'imports/desk.yaml:1:11 platform: platform must be lower-case words joined by hyphens',
      'imports/desk.yaml:3:18 file.charset: charset must be one of the following values: auto, utf-8, gb18030',
      'imports/desk.yaml:3:35 file.delimiter: delimiter must be one of the following values: ,, ;, \t',
      'imports/desk.yaml:6:3 columns.titel: this key is not known here: remove it or correct its spelling',
      "imports/desk.yaml:7:9 columns.body: body must be a column, a template like '{A}·{B}', or a list of columns",
      'imports/desk.yaml:5:3 columns.reportedAt: reportedAt must be a string',
      'imports/desk.yaml:8:7 zone: zone must be a valid IANA time-zone',
    ]);
  });

  it('reports words and codes that mean nothing here', () => {
    write('desk', [
      'platform: desk',
      'title: 窗口',
      'columns: { externalId: 编号, reportedAt: 时间, longitude: 经度 }',
      'natures: { 诉苦: moaning }',
      'codes:',
      '  路灯: P0137',
      '  飞碟: X0001',
    ]);
    expect(faultsOf('desk')).toEqual([
      'imports/desk.yaml:3:10 columns: name a column for the title, the body or both',
      'imports/desk.yaml:3:10 columns: name longitude and latitude, or neither',
      'imports/desk.yaml:4:16 natures.诉苦: moaning is none of consultation, help, complaint, tip-off, suggestion, praise, other',
      'imports/desk.yaml:7:7 codes.飞碟: there is no category X0001: add it to the duty list',
    ]);
  });

  it('says which mappings there are when it knows none of the name, also for names that leave the folder', () => {
    for (const name of ['nothing', '../platforms']) {
      expect(() => loadImportMapping(name, dir, categories)).toThrow(
        `there is no mapping ${name}: the mappings are citizen-messages, pingshan-2018`,
      );
    }
  });
});

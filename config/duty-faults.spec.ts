import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatFault, type ConfigInvalidError } from './config-fault.js';
import { loadReference, readReference } from './load-reference.js';
import { projectRoot } from './project-root.js';

/** File → what stands there and what a tired person made of it. */
const MISTAKES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'duty-list/E06.yaml': [
    ['lead: urban-management', 'lead: urban-managment'],
    ['    name: 门前四包\n    lead: urban-management\n', '    name: 门前四包\n'],
    ['    name: 桥下空间管理\n    lead: urban-management\n', '    name: 桥下空间管理\n'],
    ['02 占用桥下', '01 占用桥下'],
    ['03 桥下设施坏 5 working-day', '03 桥下设施坏 5 days'],
    ['桥下堆放杂物垃圾 → 清理干净', '桥下堆放杂物垃圾'],
    ['code: E0696', 'code: E0602'],
  ],
  'duty-list/P05.yaml': [
    ['code: P0598', 'code: P0498'],
    ['01 缺损锈蚀 2 working-day', '01 缺损锈蚀（看不清） 2 working-day'],
  ],
  'duty-list/A16.yaml': [
    ['class: A16', 'class: A15'],
    ['lead: civil-affairs', 'lead: civil-affairs\n    siblings: [A9999]'],
  ],
  'grids.yaml': [
    ["code: '000000002001001'", "code: '000000001001001'"],
    [
      '120.30 36.06, 120.31 36.06, 120.31 36.07, 120.30 36.07, 120.30 36.06',
      '120.30 36.06, 120.31 36.07, 120.31 36.06, 120.30 36.07, 120.30 36.06',
    ],
    [
      '120.31 36.06, 120.32 36.06, 120.32 36.07, 120.31 36.07, 120.31 36.06',
      '120.31 36.05, 120.32 36.05, 120.32 36.07, 120.31 36.07, 120.31 36.05',
    ],
  ],
  'duties.yaml': [
    [
      'duties:\n',
      'duties:\n  - { category: E0604, street: 第一街道, lead: street-one }\n  - { category: E0136, lead: sanitation }\n  - { category: E0199, street: 第五街道, lead: street-one, supervisor: mayor }\n  - { category: E0888, street: 第一街道, community: 戊社区, lead: street-one }\n',
    ],
    ['componentOwners:\n', "componentOwners:\n  - { prefix: '0000000101', owner: gas-supply }\n"],
  ],
  'mappings/cjt-214-old.yaml': [["  'E0101': E0101", "  'Ｅ０１０１': E0102\n  'E0101': E0101\n  'E9999': E9998"]],
};

describe('a folder with one fault of each kind', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'huiliu-faults-'));
    cpSync(join(projectRoot(), 'config', 'example'), dir, { recursive: true });
    for (const [name, edits] of Object.entries(MISTAKES)) {
      let text = readFileSync(join(dir, name), 'utf8');
      for (const [from, to] of edits) {
        expect(text).toContain(from);
        text = text.replace(from, to);
      }
      writeFileSync(join(dir, name), text);
    }
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  it('is refused whole, each fault with its file and line', () => {
    const { faults } = readReference(dir, {});
    expect(faults.map(formatFault)).toEqual([
      'duty-list/A16.yaml:2:8 class: A15 is the class of duty-list/A15.yaml already',
      'duty-list/A16.yaml:7:11 categories[0].code: A1601 is not of the class A15: move it to its own file',
      "duty-list/E06.yaml:13:9 conditions.桥下脏乱: write when it is filed, ' → ', and when it is done",
      'duty-list/E06.yaml:27:11 categories[2].code: E0602 is there already: give each category its own code',
      'duty-list/E06.yaml:38:1 categories[3].items: E0698-01 is there already: give each item its own number',
      "duty-list/E06.yaml:39:1 categories[3].items: write a number, a name and a limit, e.g. '01 破损 4 working-hour', not '03 桥下设施坏 5 days'",
      'duty-list/P05.yaml:16:1 categories[0].items: no condition is called 看不清: add it under conditions, or to common.yaml',
      'duty-list/P05.yaml:54:11 categories[5].code: P0498 is there already: give each category its own code',
      'duty-list/A16.yaml:10:16 categories[0].siblings[0]: there is no category A9999',
      'grids.yaml:17:11 grids[1].code: 000000001001001 is there already: give each grid its own code',
      'grids.yaml:28:11 grids[2].ring: the ring crosses itself: its edges after corner 1 and after corner 3 meet',
      'grids.yaml:34:11 grids[3].ring: overlaps the grid 000000001001001 乙社区第一网格: neighbours share their corners, not their ground',
      'mappings/cjt-214-old.yaml:6:12 codes.E0101: E0101 is E0102 already: a code has one meaning',
      'mappings/cjt-214-old.yaml:7:12 codes.E9999: there is no category E9998',
      'mappings/gb-30428-2.yaml:102:12 codes.E0696: there is no category E0696',
      'mappings/gb-30428-2.yaml:197:12 codes.P0598: there is no category P0598',
      'duties.yaml:14:32 duties[2].street: no grid is in the street 第五街道: correct the name or add its grids',
      'duties.yaml:14:68 duties[2].supervisor: there is no department mayor: add it to departments.yaml',
      'duties.yaml:15:17 duties[3].category: there is no category E0888: add it to the duty list',
      'duties.yaml:15:49 duties[3].community: no grid is in the community 第一街道/戊社区: correct the name or add its grids',
      'duties.yaml:23:15 componentOwners[1].prefix: 0000000101 belongs to gas-supply already: keep one of the two',
      'duty-list/E06.yaml:18:11 categories[0].lead: there is no department urban-managment: add it to departments.yaml',
      'duties.yaml:12:5 duties[0]: nobody leads E0604 in 第二街道、第三街道、第四街道: give it a lead, or add a line for it to duties.yaml',
      'duty-list/E06.yaml:33:5 categories[3]: nobody leads E0698: give it a lead, or add a line for it to duties.yaml',
      'duties.yaml:16:5 duties[4]: line 13 gives E0136 in the same place to sanitation: keep one of the two',
    ]);
    expect(() => loadReference(dir, {})).toThrow(`has ${faults.length} faults`);
  });

  it('points at an edition without a day', () => {
    const common = join(dir, 'duty-list/common.yaml');
    writeFileSync(common, readFileSync(common, 'utf8').replace('validFrom: 2026-01-01', 'validFrom: soon'));
    expect(readReference(dir, {}).faults.map(formatFault)).toContain(
      'duty-list/common.yaml:7:12 validFrom: validFrom must be a date like 2026-12-31',
    );
  });

  it('is not live: whoever loads it gets nothing but the faults', () => {
    try {
      loadReference(dir, {});
      throw new Error('it was let pass');
    } catch (error) {
      expect((error as ConfigInvalidError).code).toBe('CONFIG_INVALID');
    }
  });
});

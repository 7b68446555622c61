import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { as, type CategoryCode } from '#domain/ids.js';
import { loadReference } from './load-reference.js';
import { projectRoot } from './project-root.js';

const { reference } = loadReference(join(projectRoot(), 'config', 'example'), {});
const { categories, duties, departments, mappings } = reference;
const items = [...duties.items.values()].flat();
const itemsOf = (code: string) => duties.items.get(as<CategoryCode>(code)) ?? [];
const linesOf = (code: string) => duties.duties.get(as<CategoryCode>(code)) ?? [];
const mapped = (system: string, code: string) => mappings.get(system)?.get(code);

describe('the default duty list', () => {
  it('is at least as large as the largest that was published: 12 classes, 132 sub-classes, 262 items, 28 departments', () => {
    expect(new Set([...categories.values()].map(({ className }) => className)).size).toBe(27);
    expect(categories.size).toBe(298);
    expect(items.length).toBe(804);
    expect(new Set([...duties.duties.values()].flat().map(({ lead }) => lead)).size).toBe(28);
    expect(departments.size).toBe(28);
    expect(duties.edition).toEqual({ version: '2026.1', validFrom: '2026-01-01' });
  });

  it('holds every sub-class of the standards under its number there', () => {
    const count = (letter: string) => [...categories.keys()].filter((code) => code.startsWith(letter)).length;
    // 92 and 98 of the standards; 通信井盖, 交通信号灯 and 机动车违法停放 are ours
    expect([count('P'), count('E'), count('A')]).toEqual([94, 99, 105]);
    const names = ['P0101', 'P0137', 'P0305', 'P0402', 'E0113', 'E0405', 'E0505', 'E0698'].map(
      (code) => categories.get(as<CategoryCode>(code))?.name,
    );
    expect(names).toEqual(['上水井盖', '路灯', '垃圾箱', '行道树', '道路破损', '店外经营', '路面塌陷', '桥下空间管理']);
  });

  it('gives each item a code, a limit in one of four units, and when it is filed and done', () => {
    expect(itemsOf('P0101')).toEqual([
      {
        code: 'P0101-01',
        name: '缺失移位',
        category: 'P0101',
        limit: { amount: 2, unit: 'urgent-hour' },
        filing: '上水井盖丢失、挪位或者裂开，过往行人和车辆有危险',
        closing: '先行围护，随后补齐复位，险情排除',
      },
      expect.objectContaining({ code: 'P0101-02', limit: { amount: 4, unit: 'working-hour' } }),
      expect.objectContaining({ code: 'P0101-03', limit: { amount: 2, unit: 'working-day' } }),
      expect.objectContaining({ code: 'P0101-04', limit: { amount: 5, unit: 'working-day' } }),
    ]);
    expect(itemsOf('A0501')[0]).toMatchObject({ name: '停暖', filing: '没有计划的停暖，影响用户' });
    expect(new Set(items.map(({ limit }) => limit.unit)).size).toBe(4);
    expect(new Set(items.map(({ code }) => code)).size).toBe(items.length);
    expect(
      items.filter(({ filing, closing }) => filing.length < 4 || closing.length < 2 || /[{}→]/u.test(filing + closing)),
    ).toEqual([]);
    expect([...categories.keys()].filter((code) => itemsOf(code).length === 0)).toEqual([]);
  });

  it('asks the owner of a component first, and of an event the territory', () => {
    expect(linesOf('P0103').map(({ lead, street }) => [street, lead])).toEqual([[undefined, 'water-affairs']]);
    expect(linesOf('E0107').map(({ lead, street }) => [street, lead])).toEqual([
      ['第一街道', 'street-one'],
      ['第二街道', 'street-two'],
      ['第三街道', 'street-three'],
      ['第四街道', 'street-four'],
      [undefined, 'urban-management'],
    ]);
  });

  it('lets nobody supervise itself', () => {
    expect([...duties.duties.values()].flat().filter(({ lead, supervisor }) => lead === supervisor)).toEqual([]);
  });
});

describe('the shipped mapping tables', () => {
  it('swap the event classes 04 and 05 between the generations', () => {
    expect(mapped('gb-30428@2', 'E0405')).toBe('E0405'); // 店外经营
    expect(mapped('cjt-214@old', 'E0504')).toBe('E0405');
    expect(mapped('gb-30428@2', 'E0505')).toBe('E0505'); // 路面塌陷
    expect(mapped('cjt-214@old', 'E0401')).toBe('E0505');
  });

  it('read the numbers of components by generation', () => {
    expect([mapped('cjt-214@old', 'P0118'), mapped('gb-30428@2', 'P0137')]).toEqual(['P0137', 'P0137']); // 路灯
    expect([mapped('cjt-214@old', 'P0302'), mapped('gb-30428@2', 'P0302')]).toEqual(['P0303', 'P0302']);
  });

  it('know all of the newer generation, and of the hotline what a district can act on', () => {
    expect([...mappings].map(([system, codes]) => [system, codes.size])).toEqual([
      ['cjt-214@old', 107],
      ['gb-30428@2', 193],
      ['hotline-taxonomy@1', 306],
    ]);
    expect(mapped('hotline-taxonomy@1', '城乡建设/城市建设和市政管理/冬季采暖')).toBe('A0501');
    expect(mapped('hotline-taxonomy@1', '纪检监察/贪污贿赂/贪污')).toBeUndefined();
  });
});

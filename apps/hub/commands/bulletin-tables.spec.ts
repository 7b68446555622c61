import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { NO_FIGURES } from '#domain/bulletin/figures.js';
import { ratesOf } from '#domain/bulletin/rates.js';
import { printBulletin } from './bulletin-tables.js';

const line = (received: number, change: number, resolved = 0) => {
  const figures = { ...NO_FIGURES, received, due: resolved * 3, resolved };
  return { ...figures, ...ratesOf(figures), change: { ...NO_FIGURES, ...ratesOf(NO_FIGURES), received: change } };
};
const bulletin = {
  week: '2026-W47',
  previous: '2026-W46',
  from: new Date('2026-11-15T16:00:00Z'),
  before: new Date('2026-11-22T16:00:00Z'),
  until: new Date('2026-11-22T16:00:00Z'),
  total: line(12, -3, 2),
  departments: [{ id: 'urban', name: '区城管局', ...line(12, 4) }],
  streets: [],
  grids: [],
  platforms: [],
};
const cells = (row: string): string[] =>
  row
    .split('│')
    .slice(1, -1)
    .map((cell) => cell.trim());
const plain = (text: string): string[] => stripVTControlCharacters(text).split('\n');

describe('the bulletin on a terminal', () => {
  it('is a table a breakdown, with what changed behind its figure and the total below', () => {
    const lines = plain(printBulletin(bulletin));
    expect(lines[0]).toBe('周通报 2026-W47（括号内为比 2026-W46 的增减）');
    const rows = lines.filter((row) => row.startsWith('│')).map(cells);
    expect(rows[0].join(' ')).toBe(
      '承办单位 受理诉求 新立工单 重复诉求 派单 退单 应办结 办结 按时办结 逾期 回访 满意 办结率 按时办结率 退单率 满意率',
    );
    expect(rows[1].join(' ')).toBe('区城管局 12 (+4) 0 0 0 0 0 0 0 0 0 0 — — — —');
    expect(rows[2].join(' ')).toBe('合计 12 (-3) 0 0 0 0 6 2 0 0 0 0 33.3% 0% — —');
    expect(rows.map(([title]) => title)).toEqual([
      '承办单位',
      '区城管局',
      '合计',
      '街道',
      '合计',
      '网格',
      '合计',
      '来源平台',
      '合计',
    ]);
  });

  it('says that a week lasts', () => {
    expect(plain(printBulletin({ ...bulletin, until: new Date('2026-11-20T00:00:00Z') }))[0]).toContain('本周未完');
  });
});

import Table from 'cli-table3';
import type { NamedBulletin } from '#apps/api/admin/bulletins/bulletins.service.js';
import type { Breakdown, BulletinLine } from '#domain/bulletin/bulletin.js';
import { BREAKDOWNS } from '#domain/bulletin/bulletin.js';
import { FIGURE_LABELS, FIGURES } from '#domain/bulletin/figures.js';
import { RATE_LABELS, RATES } from '#domain/bulletin/rates.js';

const TITLES: Readonly<Record<Breakdown, string>> = {
  departments: '承办单位',
  streets: '街道',
  grids: '网格',
  platforms: '来源平台',
};

/** A table a breakdown, the total below each; what changed on the week before stands behind its figure. */
export function printBulletin(bulletin: NamedBulletin): string {
  const { week, previous, before, until, total } = bulletin;
  const isRunning = until < before;
  const tables = BREAKDOWNS.map((breakdown) => {
    const head = [TITLES[breakdown], ...Object.values(FIGURE_LABELS), ...Object.values(RATE_LABELS)];
    const table = new Table({ head, colAligns: ['left', ...head.slice(1).map(() => 'right' as const)] });
    for (const { name, ...line } of bulletin[breakdown]) table.push([name, ...cellsOf(line)]);
    table.push(['合计', ...cellsOf(total)]);
    return table.toString();
  });
  return [`周通报 ${week}（括号内为比 ${previous} 的增减${isRunning ? '；本周未完' : ''}）`, ...tables].join('\n');
}

const cellsOf = (line: BulletinLine): string[] => [
  ...FIGURES.map((figure) => `${line[figure]}${signed(line.change[figure])}`),
  ...RATES.map((rate) => (line[rate] === null ? '—' : `${line[rate]}%${signed(line.change[rate])}`)),
];

const signed = (change: number | null): string => (change ? ` (${change > 0 ? '+' : ''}${change})` : '');

import type { Breakdown, BulletinLine } from '#domain/bulletin/bulletin.js';
import { BREAKDOWNS } from '#domain/bulletin/bulletin.js';
import { FIGURE_LABELS, FIGURES } from '#domain/bulletin/figures.js';
import { RATE_LABELS, RATES } from '#domain/bulletin/rates.js';
import { safeCell } from '../exports/safe-cell.js';
import type { NamedBulletin } from './bulletins.service.js';

const SHEETS: Readonly<Record<Breakdown, string>> = { departments: '部门', streets: '街道', grids: '网格', platforms: '平台' };
const NAMES = [...FIGURES.map((figure) => FIGURE_LABELS[figure]), ...RATES.map((rate) => `${RATE_LABELS[rate]} %`)];
const WIDEST = 24;

/** 周通报 as a workbook: a sheet for each breakdown, figures of the week and then what changed on the week before. */
export async function bulletinWorkbook(bulletin: NamedBulletin): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs'); // heavy, and few requests need it
  const workbook = new exceljs.Workbook();
  for (const breakdown of BREAKDOWNS) {
    const sheet = workbook.addWorksheet(SHEETS[breakdown], { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] });
    const change = NAMES.map((name) => `${name}较${bulletin.previous}`);
    sheet.addRow([`${bulletin.week} ${SHEETS[breakdown]}`, ...NAMES, ...change]).font = { bold: true };
    for (const { name, ...line } of bulletin[breakdown]) sheet.addRow([safeCell(name), ...cellsOf(line)]);
    sheet.addRow(['合计', ...cellsOf(bulletin.total)]).font = { bold: true };
    sheet.getColumn(1).width = WIDEST;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** An unknown rate stays an empty cell: it is not nought. */
const cellsOf = ({ change, ...line }: BulletinLine): (number | null)[] =>
  [line, change].flatMap((of) => [...FIGURES.map((figure) => of[figure]), ...RATES.map((rate) => of[rate])]);

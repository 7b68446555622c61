import { Injectable } from '@nestjs/common';
import { STATUS_FACTS } from '#domain/case/case-status.js';
import { hideIdentities } from '#domain/privacy/hide-identities.js';
import type { ListedCase } from '#storage/reading/case-list.js';
import { CaseList } from '#storage/reading/case-list.js';
import type { CaseQuestion } from '#storage/reading/case-search.js';
import { CityWords } from '../city-words.js';
import { clockColour } from '../clock-colour.js';
import { safeCell } from './safe-cell.js';

type Cell = string | number;
type Column = (row: ListedCase, words: CityWords, now: Date) => Cell;

/** What a workbook can hold, its head aside; a text file stops there as well. */
const MOST_ROWS = 1_000_000;
const COLOURS = { green: '正常', yellow: '临期', red: '超期' } as const;
const DAY_TIME = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
const inCity = (instant: Date | null): string => (instant === null ? '' : DAY_TIME.format(instant));

/** The columns of an export, texts without identities. */
const COLUMNS: Readonly<Record<string, Column>> = {
  案件编号: ({ number }) => number,
  状态: ({ status }) => STATUS_FACTS[status].label,
  标题: ({ title }) => hideIdentities(title),
  小类: ({ category }, words) => words.category(category).name,
  街道: ({ place }) => place.street ?? '',
  网格: ({ place }) => place.gridCode ?? '',
  地点: ({ place }) => hideIdentities(place.address ?? ''),
  主办部门: ({ lead }, words) => (lead === null ? '' : words.department(lead).name),
  诉求件数: ({ reports }) => reports.length,
  原始单号: ({ reports }) => reports.map(({ platform, externalId }) => `${platform}/${externalId}`).join(' '),
  立案时间: ({ openedAt }) => inCity(openedAt),
  到期时间: ({ dueAt }) => inCity(dueAt),
  红黄绿灯: ({ warnAt, dueAt, closedAt }, _words, now) => (closedAt === null ? COLOURS[clockColour(warnAt, dueAt, now)] : ''),
  结案时间: ({ closedAt }) => inCity(closedAt),
};

/** Cases as rows of a sheet, read while they are written. */
@Injectable()
export class CaseRows {
  readonly head = Object.keys(COLUMNS);

  constructor(
    private readonly list: CaseList,
    private readonly words: CityWords,
  ) {}

  async *rows(question: CaseQuestion): AsyncGenerator<Cell[]> {
    let left = MOST_ROWS;
    for await (const row of this.list.all(question)) {
      if (left-- === 0) return;
      yield Object.values(COLUMNS).map((column) => safe(column(row, this.words, question.now)));
    }
  }
}

const safe = (cell: Cell): Cell => (typeof cell === 'string' ? safeCell(cell) : cell);

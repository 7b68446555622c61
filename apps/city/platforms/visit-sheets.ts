import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import exceljs from 'exceljs';
import type { CityPlatform, RecordBook } from '../world/city-record.js';
import { BrokenExtras } from './broken-extras.js';
import type { Listed } from './broken-extras.js';
import type { CityContext } from './city-context.js';
import { readLocal } from './city-time.js';
import { withRepeat } from './listed-page.js';
import { SHEETS, sheetRow } from './sheet-rows.js';
import type { SheetName } from './sheet-rows.js';

export interface SheetDropOptions {
  /** Folder with `out/` and `in/`. */
  readonly dropDir: string;
  readonly list: SheetName;
  /** Shelf of the book the rows come from. */
  readonly platform: CityPlatform;
  readonly format: 'xlsx' | 'csv';
}

const MOST_ROWS = 500;
const ANSWERED_AT = 'yyyy/M/d HH:mm';

/** Rows a printed list has above its header, the title merged over all columns. */
function sheetTop(list: SheetName): string[][] {
  const { title, columns } = SHEETS[list];
  return [[title], [`填报单位：某街道；共 ${columns.length} 列`], [...columns]];
}

/** A workbook as clerks make them: a merged title, the header in row 3, a sum at the end, a sheet of instructions behind it. */
async function workbookOf(list: SheetName, rows: readonly string[][]): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet(SHEETS[list].title);
  sheet.addRows([...sheetTop(list), ...rows, ['合计', String(rows.length)]]);
  sheet.mergeCells(1, 1, 1, SHEETS[list].columns.length);
  workbook.addWorksheet('填表说明').addRow(['请勿改动表头。']);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Lists that clerks put into a folder, and the answers they take out of it. */
export class SheetDrop {
  private readonly extras: BrokenExtras;
  /** What stands in a file already, by id, with the change it shows. */
  private readonly written = new Map<string, number>();
  private files = 0;

  constructor(
    private readonly book: RecordBook,
    private readonly context: CityContext,
    private readonly options: SheetDropOptions,
  ) {
    this.extras = new BrokenExtras(options.platform, context);
  }

  /** Makes the folders. */
  async open(): Promise<void> {
    for (const folder of ['out', 'in']) await mkdir(this.path(folder), { recursive: true });
  }

  /** Writes what changed to a new list; the number of rows, 0 when nothing changed. */
  async writeOut(): Promise<number> {
    const news = this.news();
    if (news.length === 0) return 0;
    const rows = withRepeat(news, this.context).map((listed) => sheetRow(this.options.list, listed, this.context));
    const { list, format } = this.options;
    const bytes = format === 'xlsx' ? await workbookOf(list, rows) : Buffer.from(stringify([SHEETS[list].columns, ...rows]));
    await this.drop(bytes);
    for (const { record } of news) this.written.set(record.externalId, record.updatedAt.getTime());
    return news.length;
  }

  /** Keeps the answers that lie in `in/`; the files stay until somebody tidies up. */
  async takeIn(): Promise<number> {
    const names = (await readdir(this.path('in'))).filter((name) => name.endsWith('.csv')).sort();
    for (const name of names) this.take(await readFile(this.path('in', name), 'utf8'));
    return names.length;
  }

  private news(): Listed[] {
    const isNews = ({ record }: Listed): boolean => this.written.get(record.externalId) !== record.updatedAt.getTime();
    const read = (): Listed[] => this.extras.list(this.book, undefined).filter(isNews).slice(0, MOST_ROWS);
    const rows = read();
    return this.extras.draw(rows) ? read() : rows;
  }

  private async drop(bytes: Uint8Array): Promise<void> {
    const name = `${this.options.list}-${String(++this.files).padStart(6, '0')}.${this.options.format}`;
    await writeFile(this.path('out', `${name}.tmp`), bytes);
    await rename(this.path('out', `${name}.tmp`), this.path('out', name));
  }

  private take(text: string): void {
    const rows = parse(text, { columns: true, bom: true, skip_empty_lines: true }) as unknown as Record<string, string>[];
    for (const row of rows) {
      this.book.answer(this.options.platform, row[SHEETS[this.options.list].idColumn] ?? '', {
        reference: row.回复编号 ?? '',
        final: row.类型 === '答复',
        text: row.回复内容 ?? '',
        department: row.回复单位 ?? '',
        at: readLocal(row.回复时间 ?? '', ANSWERED_AT) ?? this.context.now(),
      });
    }
  }

  private path(...parts: readonly string[]): string {
    return join(this.options.dropDir, ...parts);
  }
}

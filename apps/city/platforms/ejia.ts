import { appendFile, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { RecordBook } from '../world/city-record.js';
import { BrokenExtras } from './broken-extras.js';
import type { Listed } from './broken-extras.js';
import type { CityContext } from './city-context.js';
import { localText, readLocal } from './city-time.js';
import { ejiaFile } from './ejia-rows.js';
import { withRepeat } from './listed-page.js';
import { startRounds } from './rounds.js';
import type { Rounds } from './rounds.js';

export interface EjiaDropOptions {
  /** Folder with `out/`, `in/` and `receipts/`. */
  readonly dropDir: string;
  readonly everyMs?: number;
}

const MOST_ROWS = 500;

type ReplyRow = Readonly<Record<'服务单号' | '回复编号' | '类型' | '回复内容' | '回复单位' | '回复时间', string | undefined>>;

/** 党群e家 as a folder: files of changed rows out, answers in, receipts beside them. */
export class EjiaDrop {
  private readonly extras: BrokenExtras;
  /** What stands in a file already, by id, with the change it shows. */
  private readonly written = new Map<string, number>();
  private files = 0;

  constructor(
    private readonly book: RecordBook,
    private readonly context: CityContext,
    private readonly options: EjiaDropOptions,
  ) {
    this.extras = new BrokenExtras('ejia', context);
  }

  /** Makes the folders. */
  async open(): Promise<void> {
    for (const folder of ['out', 'in', 'receipts']) await mkdir(this.path(folder), { recursive: true });
  }

  /** Writes what changed to a new file; the number of rows, 0 when nothing changed. */
  async writeOut(): Promise<number> {
    const rows = this.news();
    if (rows.length === 0) return 0;
    const told = rows.map(({ record }) => [record.externalId, record.updatedAt.getTime()] as const);
    const bytes = ejiaFile(withRepeat(rows, this.context), this.context);
    await this.drop(bytes);
    for (const [id, changedAt] of told) this.written.set(id, changedAt);
    if (this.context.random() < this.context.mischief().repeatedId) await this.drop(bytes);
    return rows.length;
  }

  /** Takes the answers that lie in `in/`: the receipt first, then the file goes, so that a crash between doubles a receipt only. */
  async takeIn(): Promise<number> {
    const names = (await readdir(this.path('in'))).filter((name) => name.endsWith('.csv')).sort();
    for (const name of names) {
      const receipts = this.take(await readFile(this.path('in', name), 'utf8'));
      await appendFile(this.path('receipts', 'receipts.csv'), stringify(receipts, { record_delimiter: 'windows' }));
      await rm(this.path('in', name), { force: true });
    }
    return names.length;
  }

  private news(): Listed[] {
    const isNews = ({ record }: Listed): boolean => this.written.get(record.externalId) !== record.updatedAt.getTime();
    const read = (): Listed[] => this.extras.list(this.book, undefined).filter(isNews).slice(0, MOST_ROWS);
    const rows = read();
    return this.extras.draw(rows) ? read() : rows;
  }

  private async drop(bytes: Buffer): Promise<void> {
    const name = `ejia-${localText(this.context.now(), 'yyyyMMddHHmmss')}-${++this.files}.csv`;
    await writeFile(this.path('out', `${name}.part`), bytes);
    await rename(this.path('out', `${name}.part`), this.path('out', name));
  }

  private take(text: string): string[][] {
    const rows = parse(text, { columns: true, bom: true, skip_empty_lines: true }) as unknown as ReplyRow[];
    return rows.map((row) => {
      const id = row.服务单号 ?? '';
      const reference = row.回复编号 ?? '';
      const kept = this.book.answer('ejia', id, {
        reference,
        final: row.类型 === '答复',
        text: row.回复内容 ?? '',
        department: row.回复单位 ?? '',
        at: readLocal(row.回复时间 ?? '', 'yyyy/M/d HH:mm') ?? this.context.now(),
      });
      return [reference, id, kept ? '成功' : '无此服务单'];
    });
  }

  private path(...parts: readonly string[]): string {
    return join(this.options.dropDir, ...parts);
  }
}

/** Writes files and takes answers all the time until stopped. */
export function startEjiaDrop(book: RecordBook, context: CityContext, options: EjiaDropOptions): Rounds {
  const drop = new EjiaDrop(book, context, options);
  let opened = false;
  return startRounds(options.everyMs ?? 500, async (going) => {
    if (!opened) await drop.open();
    opened = true;
    await drop.takeIn();
    while (going() && (await drop.writeOut()) > 0);
  });
}

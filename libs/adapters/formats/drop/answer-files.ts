import { open, readdir, rename } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import type { PlatformUpdate } from '#domain/ports/platform-adapter.js';
import { formatInstant } from '../parse-instant.js';
import type { DropFolder } from './drop-folder.js';

const FORMAT = 'yyyy/M/d HH:mm';

/** Our answers, a CSV file each in `in/`. */
export class AnswerFiles {
  /** `idColumn` is what the platform calls the id of its records. */
  constructor(
    private readonly folder: DropFolder,
    private readonly idColumn: string,
    private readonly zone: string,
  ) {}

  /** Writes an answer so that nobody ever sees half of it; what begins like a formula is marked as text for spreadsheets. */
  write(update: PlatformUpdate): Promise<void> {
    const row = [
      update.externalId,
      update.reference,
      update.kind === 'answer' ? '答复' : '进展',
      update.text,
      update.department,
      formatInstant(update.at, FORMAT, this.zone),
    ];
    const columns = [this.idColumn, '回复编号', '类型', '回复内容', '回复单位', '回复时间'];
    const text = stringify([columns, row], { bom: true, record_delimiter: 'windows', escape_formulas: true });
    return this.folder.guard(async () => {
      const name = this.folder.path('in', answerFile(update.reference));
      const part = await open(`${name}.part`, 'w');
      try {
        await part.writeFile(text, 'utf8');
        await part.sync();
      } finally {
        await part.close();
      }
      await rename(`${name}.part`, name);
    });
  }

  /** Whether an answer still lies there untaken. */
  isUntaken(reference: string): Promise<boolean> {
    return this.folder.guard(async () => (await readdir(this.folder.path('in'))).includes(answerFile(reference)));
  }
}

/** A reference may hold anything; a file name may not. */
const answerFile = (reference: string): string => `reply-${encodeURIComponent(reference)}.csv`;

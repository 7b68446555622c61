import { mkdir, open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { PlatformUpdate } from '#domain/ports/platform-adapter.js';
import { formatInstant } from '../formats/parse-instant.js';
import { ANSWER_COLUMNS } from './columns.js';
import type { FileDropSettings } from './config.js';
import { fileError, isAbsent } from './file-error.js';
import { ReceiptLog } from './receipt-log.js';

const FORMAT = 'yyyy/M/d HH:mm';

/** A drop folder: their files in `out/` and `out/done/`, our answers in `in/`, receipts in `receipts/`. */
export class FileDropClient {
  private readonly receipts: ReceiptLog;

  constructor(private readonly settings: FileDropSettings) {
    this.receipts = new ReceiptLog(join(settings.dropDir, 'receipts', 'receipts.csv'));
  }

  /** Names of whole files, in order; a `.part` is still being written. */
  waiting(): Promise<readonly string[]> {
    return this.guard(() => this.names('out'));
  }

  /** Names of files read and moved away, in order. */
  done(): Promise<readonly string[]> {
    return this.guard(async () => {
      try {
        return await this.names(join('out', 'done'));
      } catch (thrown) {
        if (isAbsent(thrown)) return [];
        throw thrown;
      }
    });
  }

  /** Moves a file that was read to its end away; one that is gone already is no fault. */
  archive(name: string): Promise<void> {
    return this.guard(async () => {
      await mkdir(this.path('out', 'done'), { recursive: true });
      try {
        await rename(this.path('out', name), this.path('out', 'done', name));
      } catch (thrown) {
        if (!isAbsent(thrown)) throw thrown;
      }
    });
  }

  /** Writes an answer so that the platform never sees half of it. */
  answer(update: PlatformUpdate): Promise<void> {
    const row = [
      update.externalId,
      update.reference,
      update.kind === 'answer' ? '答复' : '进展',
      update.text,
      update.department,
      formatInstant(update.at, FORMAT, this.settings.zone),
    ];
    const text = stringify([[...ANSWER_COLUMNS], row], { bom: true, record_delimiter: 'windows' });
    return this.guard(async () => {
      const name = this.path('in', answerFile(update.reference));
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
    return this.guard(async () => (await readdir(this.path('in'))).includes(answerFile(reference)));
  }

  /** What the platform's receipt says of an answer; undefined: no receipt yet. */
  receipt(reference: string): Promise<string | undefined> {
    return this.guard(() => this.receipts.find(reference));
  }

  path(...parts: readonly string[]): string {
    return join(this.settings.dropDir, ...parts);
  }

  /** Runs a file operation; its failure becomes one of the hub's error kinds. */
  async guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (thrown) {
      throw fileError(thrown, this.settings.dropDir);
    }
  }

  private async names(folder: string): Promise<readonly string[]> {
    const entries = await readdir(this.path(folder), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.csv'))
      .map((entry) => entry.name)
      .sort();
  }
}

/** A reference may hold anything; a file name may not. */
const answerFile = (reference: string): string => `reply-${encodeURIComponent(reference)}.csv`;

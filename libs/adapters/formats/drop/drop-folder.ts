import { mkdir, readdir, rename, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { SeenFile } from './drop-cursor.js';
import type { DropSettings } from './drop-settings.js';
import { fileError, isAbsent } from './file-error.js';
import { SettledFiles } from './settled-files.js';

const READABLE: ReadonlySet<string> = new Set(['.csv', '.tsv', '.txt', '.xlsx', '.xls', '.xml']);
/** `~$` is what Excel puts beside an open workbook, `.` and `._` what other systems leave behind. */
const NO_LIST = /^(~\$|\.)/;

/** A drop folder as the platform fills it: its files in `out/`, those we have read in `out/done/`. */
export class DropFolder {
  private readonly settled: SettledFiles;

  constructor(
    private readonly settings: DropSettings,
    now: () => Date,
  ) {
    this.settled = new SettledFiles(settings, now);
  }

  /** Files that are written to their end, in order; the others are left alone until they are. */
  async waiting(): Promise<readonly SeenFile[]> {
    const files: SeenFile[] = [];
    for (const name of await this.guard(() => this.names('out'))) {
      const mark = await this.markOf(this.path('out', name));
      if (mark !== undefined && (await this.guard(() => this.settled.isWhole(this.path('out', name), mark)))) {
        files.push({ name, mark });
      }
    }
    return files;
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

  /** Tells a file from one that takes its place: size, times and where the disk keeps it; undefined: it is gone. */
  markOf(path: string): Promise<string | undefined> {
    return this.guard(async () => {
      try {
        const { ino, size, mtimeMs, ctimeMs } = await stat(path);
        return [ino, size, mtimeMs, ctimeMs].join(' ');
      } catch (thrown) {
        if (isAbsent(thrown)) return undefined;
        throw thrown;
      }
    });
  }

  /** Moves a file that was read to its end away. One that is gone is no fault; one that has changed since stays and is read. */
  async archive({ name, mark }: SeenFile): Promise<void> {
    const found = await this.markOf(this.path('out', name));
    if (found === undefined || (mark !== '' && found !== mark)) return;
    await this.guard(async () => {
      await mkdir(this.path('out', 'done'), { recursive: true });
      await rename(this.path('out', name), await this.freePlace(name)).catch((thrown: unknown) => {
        if (!isAbsent(thrown)) throw thrown;
      });
    });
  }

  /** Paths of the files last written to within a span of time, read or not. */
  writtenWithin(from: Date, before: Date): Promise<readonly string[]> {
    return this.guard(async () => {
      // Files only move from `out` to `out/done`: looked at in this order, none is missed.
      const waiting = (await this.names('out')).map((name) => this.path('out', name));
      const done = (await this.done()).map((name) => this.path('out', 'done', name));
      const found: string[] = [];
      for (const path of [...waiting, ...done]) {
        const { mtime } = await stat(path).catch(() => ({ mtime: new Date(0) }));
        if (mtime >= from && mtime < before) found.push(path);
      }
      return found;
    });
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

  /** A place in `done/` for a file whose name may have been used before: both versions are kept. */
  private async freePlace(name: string): Promise<string> {
    const extension = extname(name);
    const stem = name.slice(0, name.length - extension.length);
    for (let n = 1; ; n++) {
      const place = this.path('out', 'done', n === 1 ? name : `${stem}~${n}${extension}`);
      if ((await this.markOf(place)) === undefined) return place;
    }
  }

  private async names(folder: string): Promise<readonly string[]> {
    const entries = await readdir(this.path(folder), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && READABLE.has(extname(entry.name).toLowerCase()) && !NO_LIST.test(entry.name))
      .map((entry) => entry.name)
      .sort();
  }
}

import { PlatformAdapter } from '#domain/ports/platform-adapter.js';
import type {
  CheckResult,
  CountedPage,
  CountedSpan,
  Cursor,
  PlatformUpdate,
  PulledPage,
  ReadBack,
} from '#domain/ports/platform-adapter.js';
import { checkPlatform } from '../check-platform.js';
import { listRows } from '../rows/list-rows.js';
import type { ListShape } from '../rows/list-rows.js';
import { AnswerFiles } from './answer-files.js';
import { DropFolder } from './drop-folder.js';
import type { DropSettings } from './drop-settings.js';
import { countDrop, walkDrop } from './walk-drop.js';
import type { DropWalk } from './walk-drop.js';

/** A platform that drops lists into a folder and takes answers out of it; what its rows say is for the kind. */
export abstract class DropAdapter extends PlatformAdapter {
  protected readonly folder: DropFolder;
  protected readonly answers: AnswerFiles;
  private readonly walk: DropWalk;

  protected constructor(settings: DropSettings, now: () => Date, shape: ListShape, idColumn: string) {
    super();
    this.folder = new DropFolder(settings, now);
    this.answers = new AnswerFiles(this.folder, idColumn, settings.zone);
    this.walk = { folder: this.folder, rowsOf: (path) => listRows(path, shape), pageSize: settings.pageSize };
  }

  check(): Promise<CheckResult> {
    return checkPlatform(async () => {
      const files = await this.folder.waiting();
      await this.answers.isUntaken('');
      return `可以读取，${files.length} 个文件待读`;
    });
  }

  override pull(cursor: Cursor | undefined, signal: AbortSignal): AsyncIterable<PulledPage> {
    return walkDrop(this.walk, cursor, signal);
  }

  override count(span: CountedSpan, signal: AbortSignal): AsyncIterable<CountedPage> {
    return countDrop(this.walk, span, signal);
  }

  override pushUpdate(update: PlatformUpdate): Promise<void> {
    return this.answers.write(update);
  }

  abstract override readBack(update: PlatformUpdate): Promise<ReadBack>;
}

import { RejectedError, TransientError } from '#domain/errors.js';
import { PlatformAdapter } from '#domain/ports/platform-adapter.js';
import type {
  AdapterDescription,
  CheckResult,
  Cursor,
  MappedRecord,
  PlatformUpdate,
  PulledPage,
  ReadBack,
} from '#domain/ports/platform-adapter.js';
import { checkPlatform } from '../formats/check-platform.js';
import { withoutRepeats } from '../formats/unreadable-record.js';
import { FileDropClient } from './client.js';
import type { FileDropSettings } from './config.js';
import { readDropCursor, writeDropCursor } from './drop-cursor.js';
import type { DropCursor } from './drop-cursor.js';
import { fileError } from './file-error.js';
import { mapRow } from './mapper.js';
import { readRows } from './read-rows.js';
import type { FileRow } from './read-rows.js';

const TAKEN = '成功';

/**
 * A platform that drops files (党群e家). A file read to its end is moved to `out/done/` by the pull after: that pull's
 * cursor proves that the file's rows are committed. A crash before leaves the file where it is with its name in the
 * cursor, a crash between move and commit leaves a name in the cursor that no longer matters; neither loses a row.
 */
export class FileDropAdapter extends PlatformAdapter {
  private readonly client: FileDropClient;

  constructor(private readonly settings: FileDropSettings) {
    super();
    this.client = new FileDropClient(settings);
  }

  describe(): AdapterDescription {
    return { kind: 'file-drop', title: '党群e家', capabilities: ['pull', 'push-update'] };
  }

  check(): Promise<CheckResult> {
    return checkPlatform(async () => {
      const names = await this.client.waiting();
      await this.client.isUntaken('');
      return `可以读取，${names.length} 个文件待读`;
    });
  }

  map(bytes: Uint8Array): MappedRecord {
    return mapRow(bytes, this.settings);
  }

  override async *pull(cursor: Cursor | undefined, signal: AbortSignal): AsyncGenerator<PulledPage> {
    let place = readDropCursor(cursor) ?? { finished: [], again: '' };
    if (place.again !== undefined) {
      for (const name of (await this.client.done()).filter((each) => each > (place.again ?? ''))) {
        const { file, row, ...rest } = place;
        const start = { ...rest, file: name, row: file === name ? (row ?? 0) : 0 };
        yield* this.readFile(['out', 'done', name], start, { ...rest, again: name }, signal);
        place = { ...rest, again: name };
      }
      place = { finished: place.finished };
    }
    if (place.finished.length > 0) {
      place = await this.tidy(place);
      yield pageOf([], place);
    }
    const waiting = (await this.client.waiting()).filter((name) => !place.finished.includes(name));
    for (const name of waiting) {
      const row = place.file === name ? (place.row ?? 0) : 0;
      const end = { finished: [...place.finished, name] };
      yield* this.readFile(['out', name], { finished: place.finished, file: name, row }, end, signal);
      place = end;
    }
  }

  override pushUpdate(update: PlatformUpdate): Promise<void> {
    return this.client.answer(update);
  }

  override async readBack(update: PlatformUpdate): Promise<ReadBack> {
    const result = await this.client.receipt(update.reference);
    if (result === TAKEN) return { kind: 'shown' };
    if (result === undefined) return { kind: (await this.client.isUntaken(update.reference)) ? 'pending' : 'absent' };
    throw new RejectedError('PLATFORM_REQUEST_REFUSED', '党群e家 refuses the answer: its receipt names a reason');
  }

  /** Moves away what an earlier, committed pull has read; a name whose file is gone need not be remembered. */
  private async tidy(place: DropCursor): Promise<DropCursor> {
    for (const name of place.finished) await this.client.archive(name);
    return { ...place, finished: [] };
  }

  /** The rows of one file behind `start.row`, in pages; the last page's cursor is `end`. */
  private async *readFile(
    parts: readonly string[],
    start: DropCursor,
    end: DropCursor,
    signal: AbortSignal,
  ): AsyncGenerator<PulledPage> {
    let rows: FileRow[] = [];
    try {
      for await (const row of readRows(this.client.path(...parts), this.settings.charset, start.row ?? 0, signal)) {
        if (rows.length >= this.settings.pageSize) {
          yield pageOf(rows, { ...start, row: rows[rows.length - 1].number });
          rows = [];
        }
        signal.throwIfAborted(); // rows that are buffered already know no signal
        rows.push(row);
      }
    } catch (thrown) {
      if (signal.aborted) throw new TransientError('PLATFORM_UNREACHABLE', 'work with the drop folder was stopped');
      throw fileError(thrown, this.settings.dropDir);
    }
    yield pageOf(rows, end);
  }
}

function pageOf(rows: readonly FileRow[], next: DropCursor): PulledPage {
  const records = rows.flatMap(({ entry }) => ('record' in entry ? [entry.record] : []));
  const unreadable = rows.flatMap(({ entry }) => ('unreadable' in entry ? [entry.unreadable] : []));
  return { records: withoutRepeats(records), unreadable, next: writeDropCursor(next) };
}

import { TransientError } from '#domain/errors.js';
import type { CountedPage, CountedSpan, Cursor, PulledPage } from '#domain/ports/platform-adapter.js';
import type { FileRow } from '../rows/list-rows.js';
import { withoutRepeats } from '../unreadable-record.js';
import { readDropCursor, writeDropCursor } from './drop-cursor.js';
import type { DropCursor, SeenFile } from './drop-cursor.js';
import type { DropFolder } from './drop-folder.js';
import { isAbsent } from './file-error.js';

/** A drop folder and how one of its files is read. */
export interface DropWalk {
  readonly folder: DropFolder;
  readonly rowsOf: (path: string) => AsyncIterable<FileRow>;
  readonly pageSize: number;
}

/**
 * Reads what lies in a drop folder. A file read to its end is moved to `out/done/` by the pull after: that pull's cursor
 * proves that the file's rows are committed. A crash before leaves the file where it is with its name in the cursor, a crash
 * between move and commit leaves a name in the cursor that no longer matters; neither loses a row. A file that changes while
 * it is read, or lies there anew under its old name, is read again from its first row.
 */
export async function* walkDrop(walk: DropWalk, cursor: Cursor | undefined, signal: AbortSignal): AsyncGenerator<PulledPage> {
  const { folder } = walk;
  let place = readDropCursor(cursor) ?? { finished: [], again: '' };
  if (place.again !== undefined) {
    const again = place.again;
    for (const name of (await folder.done()).filter((each) => each > again)) {
      yield* readAgain(walk, name, place, signal);
      place = { finished: place.finished, again: name };
    }
    place = { finished: place.finished };
  }
  if (place.finished.length > 0) {
    for (const file of place.finished) await folder.archive(file);
    place = { ...place, finished: [] };
    yield pageOf([], place);
  }
  for (const file of await folder.waiting()) {
    const end = yield* readNew(walk, file, place, signal);
    place = end ?? place;
  }
}

/** The rows of the files written within a span; a day's records are its files' rows, whatever times the rows name. */
export async function* countDrop(
  walk: DropWalk,
  { from, before }: CountedSpan,
  signal: AbortSignal,
): AsyncGenerator<CountedPage> {
  const nowhere = (): DropCursor => ({ finished: [] });
  for (const path of await walk.folder.writtenWithin(from, before)) {
    for await (const { next: _next, ...page } of pagesOf(walk, path, 0, nowhere, nowhere, signal)) yield page;
  }
}

/** A file of `done/`; the place of a pull that starts over is a name there. */
async function* readAgain(walk: DropWalk, name: string, place: DropCursor, signal: AbortSignal): AsyncGenerator<PulledPage> {
  const path = walk.folder.path('out', 'done', name);
  const skip = place.reading?.name === name ? place.reading.row : 0;
  const midway = (row: number): DropCursor => ({ ...place, reading: { name, mark: '', row } });
  yield* pagesOf(walk, path, skip, midway, () => ({ finished: place.finished, again: name }), signal);
}

/** A file of `out/`; answers the place behind it, or nothing when it must be read anew. */
async function* readNew(
  walk: DropWalk,
  file: SeenFile,
  place: DropCursor,
  signal: AbortSignal,
): AsyncGenerator<PulledPage, DropCursor | undefined> {
  const path = walk.folder.path('out', file.name);
  const { finished, reading } = place;
  const skip = reading?.name === file.name && reading.mark === file.mark ? reading.row : 0;
  let end: DropCursor | undefined;
  const ending = async (): Promise<DropCursor> => {
    const isSame = (await walk.folder.markOf(path)) === file.mark;
    if (isSame) end = { finished: [...finished, file] };
    return end ?? { finished };
  };
  yield* pagesOf(walk, path, skip, (row) => ({ finished, reading: { ...file, row } }), ending, signal);
  return end;
}

/** The rows of one file behind the first `skip`, in pages. A file that was taken away meanwhile has none. */
async function* pagesOf(
  walk: DropWalk,
  path: string,
  skip: number,
  midway: (row: number) => DropCursor,
  ending: () => DropCursor | Promise<DropCursor>,
  signal: AbortSignal,
): AsyncGenerator<PulledPage> {
  let rows: FileRow[] = [];
  try {
    for await (const row of walk.rowsOf(path)) {
      if (signal.aborted) throw new TransientError('PLATFORM_UNREACHABLE', 'work with the drop folder was stopped');
      if (row.number <= skip) continue;
      if (rows.length >= walk.pageSize) {
        yield pageOf(rows, midway(rows[rows.length - 1].number));
        rows = [];
      }
      rows.push(row);
    }
  } catch (thrown) {
    if (isAbsent(thrown)) return;
    await walk.folder.guard(() => Promise.reject(thrown as Error));
  }
  yield pageOf(rows, await ending());
}

function pageOf(rows: readonly FileRow[], next: DropCursor): PulledPage {
  const records = rows.flatMap(({ entry }) => ('record' in entry ? [entry.record] : []));
  const unreadable = rows.flatMap(({ entry }) => ('unreadable' in entry ? [entry.unreadable] : []));
  const pieces = new Map(unreadable.map((piece) => [piece.externalId, piece]));
  return { records: withoutRepeats(records), unreadable: [...pieces.values()], next: writeDropCursor(next) };
}

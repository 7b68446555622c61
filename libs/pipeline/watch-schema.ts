import { toHubError } from '#domain/errors.js';
import { shapeOf } from '#domain/drift/field-shape.js';
import { noticeDrift } from '#domain/drift/notice-drift.js';
import type { PlatformId } from '#domain/ids.js';
import type { Clock } from '#domain/ports/clock.js';
import type { RawRecord } from '#domain/ports/platform-adapter.js';
import type { Platform } from '#domain/ports/platforms.js';
import type { NotedDrift, SchemaBook } from '#domain/ports/schema-book.js';
import type { Tell } from './tell.js';

/** Records looked at in one minute of one platform; a shape does not change more often. */
const SAMPLES_A_MINUTE = 10;
const MINUTE_MS = 60_000;
/** A larger record is not worth parsing once more. */
const MOST_BYTES = 256 * 1024;

type Fields = Readonly<Record<string, unknown>>;

/** Looks at a record now and then: a platform changes its fields without a word, and the raw bytes alone tell nobody. */
export class WatchSchema {
  private readonly taken = new Map<PlatformId, { minute: number; count: number }>();

  constructor(
    private readonly book: SchemaBook,
    private readonly clock: Clock,
    private readonly tell: Tell,
  ) {}

  /** Looks at the oldest and the newest record of a page that is kept already. Never throws: a watch must not stop what it watches. */
  async look({ id, adapter }: Platform, records: readonly RawRecord[]): Promise<void> {
    try {
      for (const record of new Set([records.at(0), records.at(-1)])) {
        if (!record || record.bytes.byteLength > MOST_BYTES || !this.mayTake(id)) continue;
        const fields = adapter.fields ? adapter.fields(record.bytes) : jsonFields(record.bytes);
        if (fields) await this.compare(id, fields);
      }
    } catch (thrown) {
      const { code, message } = toHubError(thrown);
      this.tell({ platform: id, code, reason: message }, 'the shape of records could not be looked at');
    }
  }

  private async compare(platform: PlatformId, fields: Fields): Promise<void> {
    const noticed = noticeDrift(await this.book.known(platform), shapeOf(fields));
    for (const drift of await this.book.note(platform, noticed, this.clock.now()))
      this.tell(factsOf(drift), SENTENCES[drift.kind]);
  }

  private mayTake(platform: PlatformId): boolean {
    const minute = Math.floor(this.clock.now().getTime() / MINUTE_MS);
    const before = this.taken.get(platform);
    const count = before?.minute === minute ? before.count : 0;
    this.taken.set(platform, { minute, count: count + 1 });
    return count < SAMPLES_A_MINUTE;
  }
}

const SENTENCES = {
  'new-field': 'a platform sends a field it did not send before',
  'changed-type': 'a platform sends a field with another type than before',
} as const;

const factsOf = ({ platform, path, type, before, example, since }: NotedDrift) => ({
  platform,
  field: path,
  type,
  before,
  example,
  since,
});

function jsonFields(bytes: Uint8Array): Fields | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}

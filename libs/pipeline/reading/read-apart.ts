import type { Worker } from 'node:worker_threads';
import { toHubError } from '#domain/errors.js';
import type { Tell } from '../tell.js';
import type { Reading, UnreadRecord } from './reading.js';
import { RecordReading } from './reading.js';
import type { ThreadAnswer } from './thread-line.js';
import { ThreadLine } from './thread-line.js';

export interface ApartMeans {
  /** Starts a thread that answers each list of `UnreadRecord`s with a `ThreadAnswer`. */
  readonly start: () => Worker;
  /** A batch with fewer records is not worth the trip. */
  readonly from: number;
  readonly tell: Tell;
}

/**
 * Reads in a thread of its own, so that this one only matches and writes. Whatever that thread does not answer, for any
 * reason, is read here: no record is lost with a thread, and a poison record throws here what it always throws.
 */
export class ReadApart extends RecordReading {
  private line: ThreadLine | undefined;
  private isGivenUp = false;

  constructor(
    private readonly here: RecordReading,
    private readonly means: ApartMeans,
  ) {
    super();
  }

  async readAll(records: readonly UnreadRecord[]): Promise<readonly Reading[]> {
    if (this.isGivenUp || records.length < this.means.from) return this.here.readAll(records);
    return (await this.ask(records)) ?? this.here.readAll(records);
  }

  override async close(): Promise<void> {
    this.isGivenUp = true;
    await this.line?.close();
  }

  private async ask(records: readonly UnreadRecord[]): Promise<ThreadAnswer> {
    let { line } = this;
    try {
      line = this.line ??= new ThreadLine(this.means.start());
      return await line.ask(records);
    } catch (thrown) {
      this.forget(line, thrown);
      return undefined;
    }
  }

  /** The next batch starts another thread, unless this one never worked: then the next one would not either. */
  private forget(line: ThreadLine | undefined, thrown: unknown): void {
    if (this.line !== line || this.isGivenUp) return;
    this.line = undefined;
    this.isGivenUp = line?.hasWorked !== true;
    const next = this.isGivenUp ? 'no other one is started' : 'another one is started for the next batch';
    this.means.tell({ reason: toHubError(thrown).message }, `the reading thread ended, the main one reads instead; ${next}`);
  }
}

import { MemoryRecordStore } from '#test/support/memory-record-store.js';
import type { PageToStage, StagedPage } from '#domain/ports/record-store.js';

/** The process is gone: nothing after this line ran. */
export class Crash extends Error {}

/** Where a process dies: at which page of a pull, and whether its commit had reached the disk. */
export interface CrashPoint {
  readonly page: number;
  readonly committed: boolean;
}

/** An inbox whose process dies at a page. */
export class CrashingStore extends MemoryRecordStore {
  private point: CrashPoint | undefined;
  private pages = 0;

  crashAt(point: CrashPoint | undefined): void {
    this.point = point;
    this.pages = 0;
  }

  override async stage(page: PageToStage): Promise<StagedPage> {
    const dies = ++this.pages === this.point?.page;
    if (dies && !this.point?.committed) throw new Crash('before the commit');
    const staged = await super.stage(page);
    if (dies) throw new Crash('after the commit');
    return staged;
  }
}

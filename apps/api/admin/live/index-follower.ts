import { setTimeout as pause } from 'node:timers/promises';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { CaseIndex } from '#storage/reading/case-index.js';

const EVERY_MS = 1_000;
const AT_ONCE = 500;
const FORGET_EVERY_MS = 60_000;

/** Keeps the desk's index near the cases while nobody reads, so that who reads has little left to do. */
@Injectable()
export class IndexFollower implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private work: Promise<void> = Promise.resolve();

  constructor(private readonly index: CaseIndex) {}

  onApplicationBootstrap(): void {
    this.work = this.follow();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.work;
  }

  private async follow(): Promise<void> {
    for (let forgotten = 0; !this.stopping.signal.aborted;) {
      const taken = await this.index.catchUp(AT_ONCE).catch(() => 0);
      if (taken === AT_ONCE) continue;
      if (Date.now() - forgotten > FORGET_EVERY_MS) {
        forgotten = Date.now();
        await this.index.forgetOldChanges().catch(() => undefined);
      }
      await pause(EVERY_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }
}

import type { BeforeApplicationShutdown, LoggerService, OnApplicationBootstrap } from '@nestjs/common';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { EMPTY_LOG, type AuditHead } from '#domain/audit/audit-line.js';
import { Clock } from '#domain/ports/clock.js';
import { LOGGER } from '#runtime/logger.js';
import { AuditList } from '#storage/audit/audit-list.js';
import { noteHead } from '#storage/audit/noted-heads.js';

/** The file that heads are noted in; without one none is. */
export const AUDIT_HEADS_FILE = Symbol('audit heads file');

const EVERY_MS = 10 * 60_000;

/** Notes where the audit ends, in a file and in the log of the process: what is cut off later than that shows. */
@Injectable()
export class NoteHeads implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private last: AuditHead = EMPTY_LOG;

  constructor(
    private readonly audit: AuditList,
    private readonly clock: Clock,
    @Optional() @Inject(AUDIT_HEADS_FILE) private readonly file?: string,
    @Optional() @Inject(LOGGER) private readonly logger?: LoggerService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.file === undefined) return;
    await this.tryToNote(this.file);
    this.timer = setInterval(() => void this.tryToNote(this.file ?? ''), EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    if (this.file !== undefined) await this.tryToNote(this.file);
  }

  /** A database or disk that is away for a moment costs nothing but a later note. */
  private async tryToNote(file: string): Promise<void> {
    await this.note(file).catch((thrown: unknown) => this.logger?.warn({ thrown }, 'the head of the audit could not be noted'));
  }

  private async note(file: string): Promise<void> {
    const head = await this.audit.head();
    if (head.seq === this.last.seq) return;
    const facts = { seq: head.seq, hash: Buffer.from(head.hash).toString('hex') };
    if (head.seq < this.last.seq) this.logger?.error({ ...facts, was: this.last.seq }, 'the audit is shorter than it was');
    else this.logger?.log(facts, 'head of the audit');
    await noteHead(file, head, this.clock.now());
    this.last = head;
  }
}

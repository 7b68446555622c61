import type { BeforeApplicationShutdown, LoggerService, OnApplicationBootstrap } from '@nestjs/common';

/** What this process remembers of something that any process may change. */
interface Followed {
  readonly memory: { refresh(): Promise<void> };
  /** Said in the log when it could not be read; what was known stays in force. */
  readonly failure: string;
}

/** Looks again and again at what other processes may have changed, from the start of the process to its end. */
export abstract class Follower implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  protected constructor(
    private readonly everyMs: number,
    private readonly followed: readonly Followed[],
    private readonly logger: LoggerService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => void this.look(), this.everyMs);
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** A database that is away for a moment costs nothing but a later look. */
  private async look(): Promise<void> {
    for (const { memory, failure } of this.followed)
      await memory.refresh().catch((thrown: unknown) => this.logger.warn({ thrown }, failure));
  }
}

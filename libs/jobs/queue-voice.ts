import type { LoggerService } from '@nestjs/common';

/** Says in one line that the queue went away, and in another that it is back, however often it is tried in between. */
export class QueueVoice {
  private isAway = false;

  constructor(private readonly logger: LoggerService) {}

  /** Something asked the queue and got no answer. */
  away(reason: string): void {
    if (this.isAway) return;
    this.isAway = true;
    this.logger.warn({ code: 'QUEUE_UNREACHABLE', reason }, 'the queue does not answer; work goes on when it does');
  }

  /** The queue answered. */
  answered(): void {
    if (!this.isAway) return;
    this.isAway = false;
    this.logger.log({ code: 'QUEUE_UNREACHABLE' }, 'the queue answers again');
  }
}

import type { BeforeApplicationShutdown, LoggerService, OnApplicationBootstrap } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { EndpointDirectory } from '#pipeline/endpoint-directory.js';
import { LOGGER } from '#runtime/logger.js';

const LOOK_EVERY_MS = 2_000;

/** What was changed of an endpoint in one process is known in every other two seconds later. */
@Injectable()
export class FollowEndpoints implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(EndpointDirectory) private readonly directory: EndpointDirectory,
    @Inject(LOGGER) private readonly logger: LoggerService,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** A database that is away for a moment leaves what was known. */
  private async look(): Promise<void> {
    await this.directory.refresh().catch((thrown: unknown) => this.logger.warn({ thrown }, 'endpoints could not be read'));
  }
}

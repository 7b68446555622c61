import type { LoggerService } from '@nestjs/common';
import { Inject } from '@nestjs/common';
import { as } from '#domain/ids.js';
import { JobHost, Processor, workerOptions } from '#jobs/job-host.js';
import { PullPlatform } from '#pipeline/pull-platform.js';
import { LOGGER } from '#runtime/logger.js';

/** Reads platforms when they are due. */
@Processor('sync', workerOptions('sync'))
export class SyncProcessor extends JobHost<'sync'> {
  constructor(@Inject(PullPlatform) pull: PullPlatform, @Inject(LOGGER) logger: LoggerService) {
    super('sync', { 'pull-platform': ({ platform }, signal) => pull.pull(as(platform), signal) }, logger);
  }
}

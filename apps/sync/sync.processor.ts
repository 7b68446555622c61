import type { LoggerService } from '@nestjs/common';
import { Inject } from '@nestjs/common';
import { as } from '#domain/ids.js';
import { JobHost, Processor, workerOptions } from '#jobs/job-host.js';
import { PullPlatform } from '#pipeline/pull-platform.js';
import { ReconcilePlatform } from '#pipeline/reconcile-platform.js';
import { LOGGER } from '#runtime/logger.js';

/** Reads platforms when they are due, and counts their days again at night. */
@Processor('sync', workerOptions('sync'))
export class SyncProcessor extends JobHost<'sync'> {
  constructor(
    @Inject(PullPlatform) pull: PullPlatform,
    @Inject(ReconcilePlatform) reconcile: ReconcilePlatform,
    @Inject(LOGGER) logger: LoggerService,
  ) {
    super(
      'sync',
      {
        'pull-platform': ({ platform }, signal) => pull.pull(as(platform), signal),
        'reconcile-platform': ({ platform }, signal) => reconcile.reconcile(as(platform), signal),
      },
      logger,
    );
  }
}

import type { LoggerService } from '@nestjs/common';
import { Inject } from '@nestjs/common';
import { JobHost, Processor, workerOptions } from '#jobs/job-host.js';
import { DeliverDue } from '#pipeline/deliver-due.js';
import { WriteBackCourier } from '#pipeline/write-back-courier.js';
import { LOGGER } from '#runtime/logger.js';

/** Writes answers back to the platforms where citizens asked. */
@Processor('answers', workerOptions('answers'))
export class AnswersProcessor extends JobHost<'answers'> {
  constructor(
    @Inject(DeliverDue) due: DeliverDue,
    @Inject(WriteBackCourier) courier: WriteBackCourier,
    @Inject(LOGGER) logger: LoggerService,
  ) {
    super(
      'answers',
      { 'write-back': ({ target }, signal) => due.deliver({ channel: 'write-back', target }, courier, signal) },
      logger,
    );
  }
}

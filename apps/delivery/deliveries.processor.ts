import type { LoggerService } from '@nestjs/common';
import { Inject } from '@nestjs/common';
import { JobHost, Processor, workerOptions } from '#jobs/job-host.js';
import { DeliverDue } from '#pipeline/deliver-due.js';
import { WebhookCourier } from '#pipeline/webhook-courier.js';
import { LOGGER } from '#runtime/logger.js';

/** Half a second of looks: a department to which something goes more often than that keeps its job. */
const LOOKS_AGAIN = 10;

/** Sends webhooks, a job a department. */
@Processor('deliveries', workerOptions('deliveries'))
export class DeliveriesProcessor extends JobHost<'deliveries'> {
  constructor(
    @Inject(DeliverDue) due: DeliverDue,
    @Inject(WebhookCourier) courier: WebhookCourier,
    @Inject(LOGGER) logger: LoggerService,
  ) {
    super(
      'deliveries',
      { 'deliver-webhooks': ({ target }, signal) => due.deliver({ channel: 'webhook', target }, courier, signal, LOOKS_AGAIN) },
      logger,
    );
  }
}

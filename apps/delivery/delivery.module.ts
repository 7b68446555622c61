import { Module } from '@nestjs/common';
import { DeliveriesProcessor } from './deliveries.processor.js';

/** The role that sends webhooks to departments. */
@Module({ providers: [DeliveriesProcessor] })
export class DeliveryModule {}

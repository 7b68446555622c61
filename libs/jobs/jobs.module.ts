import { BullModule, getQueueToken } from '@nestjs/bullmq';
import type { DynamicModule, LoggerService } from '@nestjs/common';
import { Module } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Doorbell } from '#domain/ports/doorbell.js';
import { BullMqDoorbell } from './bullmq-doorbell.js';
import type { QueueName } from './job-contracts.js';
import { QUEUES } from './job-contracts.js';
import { KeepSchedules } from './keep-schedules.js';
import { QueueVoice } from './queue-voice.js';
import type { QueueSettings } from './queue-connection.js';
import { chooseBackends, queueConnection } from './queue-connection.js';

const mapOf = (queues: readonly Queue[]): ReadonlyMap<QueueName, Queue> =>
  new Map(QUEUES.map((name, index) => [name, queues[index]]));

/** The queues of the hub, on PostgreSQL or Redis. */
@Module({})
export class JobsModule {
  static forRoot(settings: QueueSettings, logger: LoggerService): DynamicModule {
    chooseBackends();
    const voice = new QueueVoice(logger);
    const inject = QUEUES.map((name) => getQueueToken(name));
    const root = BullModule.forRoot({ connection: queueConnection(settings), prefix: settings.namespace });
    const queues = BullModule.registerQueue(...QUEUES.map((name) => ({ name })));
    return {
      module: JobsModule,
      global: true,
      imports: [root, queues],
      providers: [
        {
          provide: Doorbell,
          inject,
          useFactory: (...all: Queue[]) => doorbellOf(all, voice),
        },
        { provide: KeepSchedules, inject, useFactory: (...all: Queue[]) => new KeepSchedules(mapOf(all), voice) },
      ],
      exports: [Doorbell, KeepSchedules, root, queues],
    };
  }
}

/** A queue object whose connection fails tells it by an event; without a listener that ends the process. */
function doorbellOf(queues: readonly Queue[], voice: QueueVoice): Doorbell {
  for (const queue of queues) queue.on('error', (error) => voice.away(error.message));
  return new BullMqDoorbell(mapOf(queues), voice);
}

import type { DynamicModule, Type } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { ApiModule } from '#apps/api/api.module.js';
import { HealthController } from '#apps/api/health.controller.js';
import { DeliveryModule } from '#apps/delivery/delivery.module.js';
import { PipelineModule } from '#apps/pipeline/pipeline.module.js';
import { SyncModule } from '#apps/sync/sync.module.js';
import type { Role } from '#config/roles.config.js';
import { JobsModule } from '#jobs/jobs.module.js';
import type { QueueSettings } from '#jobs/queue-connection.js';
import type { Foundation } from './foundation.module.js';
import { FoundationModule } from './foundation.module.js';
import { PrivacyModule } from './privacy.module.js';

/** Role → module. A role knows nothing of the process it runs in; a process is any set of roles. */
const MODULES: Readonly<Record<Role, Type>> = {
  sync: SyncModule,
  pipeline: PipelineModule,
  delivery: DeliveryModule,
  api: ApiModule,
};

@Module({})
export class HubModule {
  static withRoles(roles: readonly Role[], foundation: Foundation, queues: QueueSettings): DynamicModule {
    return {
      module: HubModule,
      imports: [
        FoundationModule.forRoot(foundation),
        PrivacyModule.forRoot(foundation),
        JobsModule.forRoot(queues, foundation.logger),
        ...roles.map((role) => MODULES[role]),
      ],
      controllers: [HealthController],
    };
  }
}

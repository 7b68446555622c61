import { Module } from '@nestjs/common';
import { Clock } from '#domain/ports/clock.js';
import { DepartmentFeed } from '#domain/ports/department-feed.js';
import { DepartmentSecrets } from '#domain/ports/department-secrets.js';
import { RefusalLog } from '#domain/ports/refusal-log.js';
import { DataSource } from '#storage/data-source.js';
import { ReadingModule } from '#storage/reading/reading.module.js';
import { SqlDepartmentFeed } from '#storage/sql-department-feed.js';
import { ApiKeysModule } from '../admin/api-keys/api-keys.module.js';
import { CallbackSender } from './callback-sender.js';
import { CallbackVerifier } from './callback-verifier.js';
import { DepartmentController } from './department.controller.js';
import { DepartmentKeys } from './department-keys.js';
import { FeedController } from './feed.controller.js';
import { OwnCasesController } from './own-cases.controller.js';
import { OwnCases } from './own-cases.service.js';
import { OwnFeed } from './own-feed.service.js';
import { PortalController } from './portal.controller.js';
import { Portal } from './portal.service.js';

/**
 * The departments' API under /department/v1. A global module must provide DataSource, CaseDesk, EndpointDesk, EndpointDirectory,
 * DepartmentSecrets, RefusalLog, Doorbell, Clock and City.
 */
@Module({
  imports: [ApiKeysModule, ReadingModule],
  controllers: [DepartmentController, OwnCasesController, FeedController, PortalController],
  providers: [
    DepartmentKeys,
    CallbackSender,
    OwnCases,
    OwnFeed,
    Portal,
    {
      provide: CallbackVerifier,
      inject: [DepartmentSecrets, RefusalLog, Clock],
      useFactory: (...all: ConstructorParameters<typeof CallbackVerifier>) => new CallbackVerifier(...all),
    },
    { provide: DepartmentFeed, inject: [DataSource], useFactory: (source: DataSource) => new SqlDepartmentFeed(source) },
  ],
})
export class DepartmentModule {}

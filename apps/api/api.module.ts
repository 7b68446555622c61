import { Module } from '@nestjs/common';
import { Clock } from '#domain/ports/clock.js';
import { DepartmentSecrets } from '#domain/ports/department-secrets.js';
import { RefusalLog } from '#domain/ports/refusal-log.js';
import { AdminModule } from './admin/admin.module.js';
import { EndpointsModule } from './admin/endpoints/endpoints.module.js';
import { CallbackVerifier } from './department/callback-verifier.js';
import { DepartmentController } from './department/department.controller.js';
import { Open311Module } from './open311/open311.module.js';

/** The role that people and departments meet: admin API, department API, Open311. */
@Module({
  imports: [AdminModule, EndpointsModule, Open311Module],
  controllers: [DepartmentController],
  providers: [
    {
      provide: CallbackVerifier,
      inject: [DepartmentSecrets, RefusalLog, Clock],
      useFactory: (...all: ConstructorParameters<typeof CallbackVerifier>) => new CallbackVerifier(...all),
    },
  ],
})
export class ApiModule {}

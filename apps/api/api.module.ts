import { Module } from '@nestjs/common';
import { AdminModule } from './admin/admin.module.js';
import { AttachmentsModule } from './admin/attachments/attachments.module.js';
import { DutyListModule } from './admin/duty-list/duty-list.module.js';
import { EndpointsModule } from './admin/endpoints/endpoints.module.js';
import { DepartmentAttachmentsModule } from './department/attachments/attachments.module.js';
import { DepartmentModule } from './department/department.module.js';
import { Open311Module } from './open311/open311.module.js';

/** The role that people and departments meet: admin API, department API, Open311. */
@Module({
  imports: [
    AdminModule,
    AttachmentsModule,
    DepartmentAttachmentsModule,
    DepartmentModule,
    DutyListModule,
    EndpointsModule,
    Open311Module,
  ],
})
export class ApiModule {}

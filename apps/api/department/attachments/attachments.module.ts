import { Module } from '@nestjs/common';
import { ApiKeysModule } from '../../admin/api-keys/api-keys.module.js';
import { DepartmentKeys } from '../department-keys.js';
import { AttachmentDesk } from './attachment-desk.js';
import { DepartmentAttachmentsController } from './attachments.controller.js';
import { Multipart } from './multipart.js';

/** Files that departments hand over. A global module must provide AttachmentStore, RefusalLog, Clock and DataSource. */
@Module({
  imports: [ApiKeysModule],
  controllers: [DepartmentAttachmentsController],
  providers: [DepartmentKeys, AttachmentDesk, Multipart],
})
export class DepartmentAttachmentsModule {}

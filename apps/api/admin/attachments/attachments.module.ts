import { Module } from '@nestjs/common';
import { AdminModule } from '../admin.module.js';
import { CityWords } from '../city-words.js';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsService } from './attachments.service.js';

/** What departments laid into cases, for operators. A global module must provide AttachmentStore, City and Platforms. */
@Module({ imports: [AdminModule], controllers: [AttachmentsController], providers: [AttachmentsService, CityWords] })
export class AttachmentsModule {}

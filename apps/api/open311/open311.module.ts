import { Module } from '@nestjs/common';
import { ReadingModule } from '#storage/reading/reading.module.js';
import { CityWords } from '../admin/city-words.js';
import { Inboxes } from './inboxes.js';
import { Intake } from './intake.js';
import { RequestDesk } from './request-desk.js';
import { RequestList } from './request-list.js';
import { RequestsController } from './requests.controller.js';
import { ServiceCatalogue } from './service-catalogue.js';
import { ServicesController } from './services.controller.js';
import { UpdateDesk } from './update-desk.js';
import { UpdatesController } from './updates.controller.js';

/** Open311 GeoReport v2 with mySociety's updates, under /open311/v2. */
@Module({
  imports: [ReadingModule],
  controllers: [ServicesController, RequestsController, UpdatesController],
  providers: [CityWords, Inboxes, Intake, ServiceCatalogue, RequestDesk, RequestList, UpdateDesk],
})
export class Open311Module {}

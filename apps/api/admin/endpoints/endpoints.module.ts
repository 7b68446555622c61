import { Module } from '@nestjs/common';
import { ReadingModule } from '#storage/reading/reading.module.js';
import { AdminModule } from '../admin.module.js';
import { CityWords } from '../city-words.js';
import { EndpointsController } from './endpoints.controller.js';
import { EndpointsService } from './endpoints.service.js';

/** Departments' endpoints for operators. A global module must provide EndpointBook, EndpointDesk, Clock, City and Platforms. */
@Module({ imports: [AdminModule, ReadingModule], controllers: [EndpointsController], providers: [EndpointsService, CityWords] })
export class EndpointsModule {}

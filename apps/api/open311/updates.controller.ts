import { Controller, Get, HttpCode, Inject, Post, UseFilters, UseInterceptors } from '@nestjs/common';
import type { Call } from './call.js';
import { Asked } from './call.js';
import type { Open311Document } from './document.js';
import { DocumentInterceptor } from './document.interceptor.js';
import { Open311ErrorFilter } from './error.filter.js';
import { UpdateDesk } from './update-desk.js';

const updates = (content: unknown): Open311Document => ({ root: 'service_request_updates', content });
const ADDRESSES = ['servicerequestupdates', 'servicerequestupdates.xml', 'servicerequestupdates.json'];

/** Updates of service requests, as mySociety's clients fetch and send them. */
@Controller('open311/v2')
@UseInterceptors(DocumentInterceptor)
@UseFilters(Open311ErrorFilter)
export class UpdatesController {
  constructor(@Inject(UpdateDesk) private readonly desk: UpdateDesk) {}

  @Get(ADDRESSES)
  async list(@Asked() { given }: Call): Promise<Open311Document> {
    return updates(await this.desk.list(given));
  }

  @Post(ADDRESSES)
  @HttpCode(200)
  async take(@Asked() { given }: Call): Promise<Open311Document> {
    return updates(await this.desk.take(given));
  }
}

import { Controller, Get, HttpCode, Inject, Param, Post, UseFilters, UseInterceptors } from '@nestjs/common';
import type { Call } from './call.js';
import { Asked, withoutFormat } from './call.js';
import type { Open311Document } from './document.js';
import { DocumentInterceptor } from './document.interceptor.js';
import { Open311ErrorFilter } from './error.filter.js';
import { RequestDesk } from './request-desk.js';
import { RequestList } from './request-list.js';

const requests = (content: unknown): Open311Document => ({ root: 'service_requests', content });

/** Service requests: reported, and asked after. */
@Controller('open311/v2')
@UseInterceptors(DocumentInterceptor)
@UseFilters(Open311ErrorFilter)
export class RequestsController {
  constructor(
    @Inject(RequestDesk) private readonly desk: RequestDesk,
    @Inject(RequestList) private readonly shelf: RequestList,
  ) {}

  @Post(['requests', 'requests.xml', 'requests.json'])
  @HttpCode(200)
  async take(@Asked() { given }: Call): Promise<Open311Document> {
    return requests(await this.desk.take(given));
  }

  @Get(['requests', 'requests.xml', 'requests.json'])
  async list(@Asked() { given }: Call): Promise<Open311Document> {
    return requests(await this.shelf.list(given));
  }

  @Get('requests/:name')
  async one(@Asked() { given }: Call, @Param('name') name: string): Promise<Open311Document> {
    return requests(await this.shelf.one(given, withoutFormat(name)));
  }

  @Get('tokens/:name')
  async token(@Asked() { given }: Call, @Param('name') name: string): Promise<Open311Document> {
    return requests(await this.shelf.ofToken(given, withoutFormat(name)));
  }
}

import { Controller, Get, Header, Query, UseGuards } from '@nestjs/common';
import type { CallingDepartment } from './department-key.guard.js';
import { CurrentDepartment, DepartmentKeyGuard } from './department-key.guard.js';
import { FeedDto } from './feed.dto.js';
import { OwnFeed } from './own-feed.service.js';

/** What webhooks would bring, for departments that fetch it. */
@Controller('department/v1/events')
@UseGuards(DepartmentKeyGuard)
export class FeedController {
  constructor(private readonly feed: OwnFeed) {}

  @Get()
  @Header('cache-control', 'no-store')
  read(@Query() request: FeedDto, @CurrentDepartment() { department }: CallingDepartment) {
    return this.feed.read(department, request);
  }
}

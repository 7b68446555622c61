import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { PageDto } from '../page.dto.js';
import { Allow } from '../session/allow.js';
import { SessionGuard } from '../session/session.guard.js';
import { HotIssuesService } from './hot-issues.service.js';

/** 热点. */
@Controller('api/v1/hot-issues')
@UseGuards(SessionGuard)
@Allow('hot-issues.read')
export class HotIssuesController {
  constructor(private readonly issues: HotIssuesService) {}

  @Get()
  page(@Query() query: PageDto) {
    return this.issues.page(query);
  }
}

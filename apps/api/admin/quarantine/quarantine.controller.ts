import { Body, Controller, Get, HttpCode, Post, Query, UseGuards } from '@nestjs/common';
import { PageDto } from '../page.dto.js';
import { Allow } from '../session/allow.js';
import { SessionGuard } from '../session/session.guard.js';
import { RetryDto } from './quarantine.dto.js';
import { QuarantineService } from './quarantine.service.js';

/** 待处理数据. */
@Controller('api/v1/quarantine')
@UseGuards(SessionGuard)
export class QuarantineController {
  constructor(private readonly quarantine: QuarantineService) {}

  @Get()
  @Allow('quarantine.read')
  page(@Query() query: PageDto) {
    return this.quarantine.page(query);
  }

  @Post('retry')
  @Allow('quarantine.retry')
  @HttpCode(200)
  retry(@Body() { ids }: RetryDto) {
    return this.quarantine.retry(ids);
  }
}

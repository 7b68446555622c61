import { Controller, Get, UseGuards } from '@nestjs/common';
import { Allow } from '../session/allow.js';
import { SessionGuard } from '../session/session.guard.js';
import { OverviewService } from './overview.service.js';

/** 工作台. */
@Controller('api/v1/overview')
@UseGuards(SessionGuard)
@Allow('overview.read')
export class OverviewController {
  constructor(private readonly overview: OverviewService) {}

  @Get()
  show() {
    return this.overview.show();
  }
}

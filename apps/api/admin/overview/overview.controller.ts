import type { MessageEvent } from '@nestjs/common';
import { Controller, Get, Sse, UseGuards } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { SessionGuard } from '../session/session.guard.js';
import { LiveOverview } from './live-overview.js';
import { OverviewService } from './overview.service.js';

/** 工作台, once or live. */
@Controller('api/v1')
@UseGuards(SessionGuard)
export class OverviewController {
  constructor(
    private readonly overview: OverviewService,
    private readonly changes: LiveOverview,
  ) {}

  @Get('overview')
  show() {
    return this.overview.show();
  }

  @Sse('live')
  live(): Observable<MessageEvent> {
    return this.changes.listen();
  }
}

import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { Allow } from '../session/allow.js';
import { SessionGuard } from '../session/session.guard.js';
import { ExplainDto } from './matching.dto.js';
import { MatchingService } from './matching.service.js';

/** 并单: how the hub tells which reports are one matter. */
@Controller('api/v1/matching')
@UseGuards(SessionGuard)
@Allow('matching.explain')
export class MatchingController {
  constructor(private readonly matching: MatchingService) {}

  @Get('explain')
  explain(@Query() { a, b }: ExplainDto) {
    return this.matching.explain(a, b);
  }
}

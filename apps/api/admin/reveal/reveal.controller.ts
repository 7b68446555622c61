import { Body, Controller, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { as } from '#domain/ids.js';
import type { ReportId } from '#domain/ids.js';
import { Allow } from '../session/allow.js';
import type { SignedIn } from '../session/session.guard.js';
import { CurrentOperator, SessionGuard } from '../session/session.guard.js';
import { ReportDto, RevealDto } from './reveal.dto.js';
import { RevealService } from './reveal.service.js';

/** 查看市民身份. */
@Controller('api/v1/reports')
@UseGuards(SessionGuard)
export class RevealController {
  constructor(private readonly reveals: RevealService) {}

  /** Shows who reported and what they wrote, and writes into the audit who asked for it and why. */
  @Post(':id/reveal')
  @HttpCode(200)
  @Allow('identity.reveal', 'list')
  reveal(@Param() { id }: ReportDto, @Body() body: RevealDto, @CurrentOperator() who: SignedIn) {
    return this.reveals.reveal(as<ReportId>(id), body, who);
  }
}

import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, UseGuards } from '@nestjs/common';
import { Allow } from '../session/allow.js';
import type { SignedIn } from '../session/session.guard.js';
import { CurrentOperator, SessionGuard } from '../session/session.guard.js';
import { DeliveriesDto, ReplayDto } from './deliveries.dto.js';
import { DeliveriesService } from './deliveries.service.js';

/** 推送与回写. */
@Controller('api/v1/deliveries')
@UseGuards(SessionGuard)
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesService) {}

  @Get()
  @Allow('deliveries.read', 'list')
  page(@Query() query: DeliveriesDto, @CurrentOperator() { scope }: SignedIn) {
    return this.deliveries.page(query, scope);
  }

  /** With each attempt: when, how long, what was answered; and when the next one is due. */
  @Get(':id')
  @Allow('deliveries.read', 'list')
  one(@Param('id', ParseUUIDPipe) id: string, @CurrentOperator() { scope }: SignedIn) {
    return this.deliveries.one(id, scope);
  }

  @Post('replay')
  @Allow('deliveries.replay')
  @HttpCode(200)
  replay(@Body() wanted: ReplayDto) {
    return this.deliveries.replay(wanted);
  }
}

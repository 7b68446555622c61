import { Body, Controller, Get, HttpCode, Post, Query, UseGuards } from '@nestjs/common';
import { SessionGuard } from '../session/session.guard.js';
import { DeliveriesDto, ReplayDto } from './deliveries.dto.js';
import { DeliveriesService } from './deliveries.service.js';

/** 推送与回写. */
@Controller('api/v1/deliveries')
@UseGuards(SessionGuard)
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesService) {}

  @Get()
  page(@Query() query: DeliveriesDto) {
    return this.deliveries.page(query);
  }

  @Post('replay')
  @HttpCode(200)
  replay(@Body() wanted: ReplayDto) {
    return this.deliveries.replay(wanted);
  }
}

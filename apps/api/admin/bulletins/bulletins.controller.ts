import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { SessionGuard } from '../session/session.guard.js';
import { BulletinsDto } from './bulletins.dto.js';
import { BulletinsService } from './bulletins.service.js';

/** 周通报. */
@Controller('api/v1/bulletins')
@UseGuards(SessionGuard)
export class BulletinsController {
  constructor(private readonly bulletins: BulletinsService) {}

  @Get()
  show(@Query() { week }: BulletinsDto) {
    return this.bulletins.draw(week);
  }
}

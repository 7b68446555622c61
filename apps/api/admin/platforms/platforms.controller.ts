import { Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { SessionGuard } from '../session/session.guard.js';
import { PlatformsService } from './platforms.service.js';

/** 平台. */
@Controller('api/v1/platforms')
@UseGuards(SessionGuard)
export class PlatformsController {
  constructor(private readonly platforms: PlatformsService) {}

  @Get()
  async all() {
    return { items: await this.platforms.all() };
  }

  @Post(':id/pause')
  @HttpCode(200)
  pause(@Param('id') id: string) {
    return this.platforms.turn(id, true);
  }

  @Post(':id/resume')
  @HttpCode(200)
  resume(@Param('id') id: string) {
    return this.platforms.turn(id, false);
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { Allow } from '../session/allow.js';
import { CurrentOperator, SessionGuard } from '../session/session.guard.js';
import type { SignedIn } from '../session/session.guard.js';
import { PlatformBoundary } from './platform-boundary.js';
import { FieldDto } from './platforms.dto.js';
import { PlatformsService } from './platforms.service.js';
import { PullSwitch } from './pull-switch.js';

/** 平台. */
@Controller('api/v1/platforms')
@UseGuards(SessionGuard)
@Allow('platforms.operate')
export class PlatformsController {
  constructor(
    private readonly platforms: PlatformsService,
    private readonly pulls: PullSwitch,
    private readonly boundary: PlatformBoundary,
  ) {}

  @Get()
  @Allow('platforms.read')
  async all() {
    return { items: await this.platforms.all() };
  }

  @Post(':id/pause')
  @HttpCode(200)
  pause(@Param('id') id: string) {
    return this.pulls.turn(id, true);
  }

  @Post(':id/resume')
  @HttpCode(200)
  resume(@Param('id') id: string) {
    return this.pulls.turn(id, false);
  }

  /** Counts the last days again at the platform; what it comes to can be read once it is done. */
  @Post(':id/reconcile')
  @HttpCode(202)
  reconcile(@Param('id') id: string) {
    return this.boundary.ring(id);
  }

  @Get(':id/reconcile')
  @Allow('platforms.read')
  async reconciled(@Param('id') id: string) {
    return { items: await this.boundary.newest(id) };
  }

  @Post(':id/drifts/acknowledge')
  @HttpCode(200)
  acknowledge(@Param('id') id: string, @Body() { path }: FieldDto, @CurrentOperator() { name }: SignedIn) {
    return this.boundary.acknowledge(id, path, name);
  }
}

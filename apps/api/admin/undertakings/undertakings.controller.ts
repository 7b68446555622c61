import { Body, Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import type { SignedIn } from '../session/session.guard.js';
import { CurrentOperator, SessionGuard } from '../session/session.guard.js';
import { UndertakingCommandDto } from './undertaking-command.dto.js';
import { UndertakingRefused } from './undertaking-refused.js';
import { undertakingAnswer } from './undertaking-views.js';
import { NewUndertakingDto, ProgressDto, UndertakingDto, UndertakingsDto } from './undertakings.dto.js';
import { UndertakingsService } from './undertakings.service.js';

/** 清单化, 项目化: the streets' lists of needs, resources, projects and items. */
@Controller('api/v1/undertakings')
@UseGuards(SessionGuard)
export class UndertakingsController {
  constructor(private readonly undertakings: UndertakingsService) {}

  @Get()
  page(@Query() query: UndertakingsDto) {
    return this.undertakings.page(query);
  }

  @Get('progress')
  progress(@Query() { street }: ProgressDto) {
    return this.undertakings.progress(street);
  }

  /** Of the items of a project. */
  @Get('projects/:id/progress')
  projectProgress(@Param() { id }: UndertakingDto) {
    return this.undertakings.projectProgress(id);
  }

  @Get(':id')
  open(@Param() { id }: UndertakingDto) {
    return this.undertakings.open(id);
  }

  @Post()
  async create(@Body() body: NewUndertakingDto, @CurrentOperator() { name }: SignedIn) {
    return undertakingAnswer(await this.undertakings.create(body, name));
  }

  /** A command sent twice is harmless when it carries a `requestId`, or the version its sender saw. */
  @Post(':id/commands')
  @HttpCode(200)
  async execute(@Param() { id }: UndertakingDto, @Body() body: UndertakingCommandDto, @CurrentOperator() { name }: SignedIn) {
    const answer = await this.undertakings.execute(id, body, name);
    if (answer.outcome === 'refused') throw new UndertakingRefused(answer);
    return undertakingAnswer(answer);
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { Allow } from '../session/allow.js';
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
@Allow('undertakings.command', 'undertaking')
export class UndertakingsController {
  constructor(private readonly undertakings: UndertakingsService) {}

  @Get()
  @Allow('undertakings.read', 'list')
  page(@Query() query: UndertakingsDto, @CurrentOperator() { scope }: SignedIn) {
    return this.undertakings.page(query, scope);
  }

  @Get('progress')
  @Allow('undertakings.read', 'list')
  progress(@Query() { street }: ProgressDto, @CurrentOperator() { scope }: SignedIn) {
    return this.undertakings.progress(street, scope);
  }

  /** Of the items of a project. */
  @Get('projects/:id/progress')
  @Allow('undertakings.read', 'undertaking')
  projectProgress(@Param() { id }: UndertakingDto, @CurrentOperator() { scope }: SignedIn) {
    return this.undertakings.projectProgress(id, scope);
  }

  @Get(':id')
  @Allow('undertakings.read', 'undertaking')
  open(@Param() { id }: UndertakingDto) {
    return this.undertakings.open(id);
  }

  @Post()
  @Allow('undertakings.command', 'cases')
  async create(@Body() body: NewUndertakingDto, @CurrentOperator() who: SignedIn) {
    return undertakingAnswer(await this.undertakings.create(body, who));
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

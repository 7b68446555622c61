import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Ip,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  UseGuards,
} from '@nestjs/common';
import { PageDto } from '../page.dto.js';
import { Allow } from '../session/allow.js';
import { CurrentOperator, SessionGuard, type SignedIn } from '../session/session.guard.js';
import { DutyDryRun } from './duty-dry-run.js';
import { toEdits } from './duty-edits.js';
import { DutyLines } from './duty-lines.js';
import {
  DraftEditsDto,
  DraftVersionDto,
  DryRunDto,
  DutyLinesDto,
  NewDraftDto,
  PublishDto,
  RollbackDto,
} from './duty-list.dto.js';
import { DutyListService } from './duty-list.service.js';

/** 责任清单: what is live, what was, and drafts of what will be. */
@Controller('api/v1/duty-list')
@UseGuards(SessionGuard)
@Allow('duty-list.read')
export class DutyListController {
  constructor(
    private readonly service: DutyListService,
    private readonly dryRuns: DutyDryRun,
    private readonly lines: DutyLines,
  ) {}

  @Get()
  show() {
    return this.service.current();
  }

  /** The live list, line by line: who must act, where, and what says so. */
  @Get('lines')
  look(@Query() query: DutyLinesDto) {
    return this.lines.page(query);
  }

  @Get('versions')
  async versions(@Query() query: PageDto) {
    return this.service.versions(query);
  }

  @Get('versions/:version')
  version(@Param('version', ParseIntPipe) version: number) {
    return this.service.version(version);
  }

  @Get('drafts')
  async open(@Query() query: PageDto) {
    return this.service.openDrafts(query);
  }

  @Get('drafts/:id')
  draft(@Param('id', ParseUUIDPipe) id: string) {
    return this.service.draft(id);
  }

  @Get('drafts/:id/diff')
  diff(@Param('id', ParseUUIDPipe) id: string) {
    return this.service.diff(id);
  }

  @Post('drafts')
  @Allow('duty-list.change')
  make(@Body() { edits }: NewDraftDto, @CurrentOperator() { name }: SignedIn) {
    return this.service.make(toEdits(edits), name);
  }

  @Patch('drafts/:id')
  @Allow('duty-list.change')
  edit(@Param('id', ParseUUIDPipe) id: string, @Body() { version, edits }: DraftEditsDto, @CurrentOperator() { name }: SignedIn) {
    return this.service.edit(id, version, toEdits(edits), name);
  }

  @Delete('drafts/:id')
  @HttpCode(204)
  @Allow('duty-list.change')
  async drop(@Param('id', ParseUUIDPipe) id: string, @Query() { version }: DraftVersionDto): Promise<void> {
    await this.service.drop(id, version);
  }

  /** Changes nothing: how the newest cases would go by the draft. */
  @Post('drafts/:id/dry-run')
  @HttpCode(200)
  @Allow('duty-list.change')
  async dryRun(@Param('id', ParseUUIDPipe) id: string, @Body() { cases }: DryRunDto) {
    return this.dryRuns.of(await this.service.laidDraft(id), cases);
  }

  @Post('drafts/:id/publish')
  @HttpCode(200)
  @Allow('duty-list.change')
  publish(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: PublishDto,
    @CurrentOperator() { name }: SignedIn,
    @Ip() address: string,
  ) {
    return this.service.publish(id, body, name, address);
  }

  @Post('rollback')
  @HttpCode(200)
  @Allow('duty-list.change')
  rollBack(@Body() body: RollbackDto, @CurrentOperator() { name }: SignedIn, @Ip() address: string) {
    return this.service.rollBack(body, name, address);
  }
}

import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import { Allow } from '../session/allow.js';
import type { SignedIn } from '../session/session.guard.js';
import { CurrentOperator, SessionGuard } from '../session/session.guard.js';
import { ViewDto } from './views.dto.js';
import { ViewsService } from './views.service.js';

/** 保存的视图: one's own, and those that others share. What a view shows is what its reader may see. */
@Controller('api/v1/views')
@UseGuards(SessionGuard)
@Allow('reference.read')
export class ViewsController {
  constructor(private readonly views: ViewsService) {}

  @Get()
  all(@CurrentOperator() { name }: SignedIn) {
    return this.views.all(name);
  }

  @Post()
  @HttpCode(200)
  keep(@Body() body: ViewDto, @CurrentOperator() { name }: SignedIn) {
    return this.views.keep(name, body);
  }

  @Delete(':id')
  @HttpCode(204)
  drop(@Param('id', ParseUUIDPipe) id: string, @CurrentOperator() { name }: SignedIn) {
    return this.views.drop(name, id);
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { PageDto } from '../page.dto.js';
import { Allow } from '../session/allow.js';
import type { SignedIn } from '../session/session.guard.js';
import { CurrentOperator, SessionGuard } from '../session/session.guard.js';
import { AcceptDto, RejectDto, SuggestionDto } from './suggestions.dto.js';
import { SuggestionsService } from './suggestions.service.js';

/** 疑似重复. */
@Controller('api/v1/suggestions')
@UseGuards(SessionGuard)
@Allow('suggestions.decide', 'suggestion')
export class SuggestionsController {
  constructor(private readonly suggestions: SuggestionsService) {}

  @Get()
  @Allow('suggestions.read', 'list')
  page(@Query() query: PageDto, @CurrentOperator() { scope }: SignedIn) {
    return this.suggestions.page(query, scope);
  }

  /** 是同一件. */
  @Post(':id/accept')
  @HttpCode(200)
  accept(@Param() { id }: SuggestionDto, @Body() body: AcceptDto, @CurrentOperator() { name }: SignedIn) {
    return this.suggestions.accept(id, body, name);
  }

  /** 不是. */
  @Post(':id/reject')
  @HttpCode(200)
  reject(@Param() { id }: SuggestionDto, @Body() body: RejectDto, @CurrentOperator() { name }: SignedIn) {
    return this.suggestions.reject(id, body, name);
  }
}

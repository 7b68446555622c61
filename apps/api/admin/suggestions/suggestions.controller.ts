import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { PageDto } from '../page.dto.js';
import { SessionGuard } from '../session/session.guard.js';
import { SuggestionsService } from './suggestions.service.js';

/** 疑似重复. */
@Controller('api/v1/suggestions')
@UseGuards(SessionGuard)
export class SuggestionsController {
  constructor(private readonly suggestions: SuggestionsService) {}

  @Get()
  page(@Query() query: PageDto) {
    return this.suggestions.page(query);
  }
}

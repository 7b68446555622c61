import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { HotIssueList } from '#storage/reading/hot-issue-list.js';
import { CityWords } from '../city-words.js';
import { hidePhonesIn } from '../hide-phones.js';
import { PageDto } from '../page.dto.js';
import { SessionGuard } from '../session/session.guard.js';

/** 热点: cases that grow faster than their own past. */
@Controller('api/v1/hot-issues')
@UseGuards(SessionGuard)
export class HotIssuesController {
  constructor(
    private readonly list: HotIssueList,
    private readonly words: CityWords,
  ) {}

  @Get()
  async page(@Query() { cursor, limit }: PageDto) {
    const { items, next } = await this.list.page({ cursor, limit });
    const named = items.map((issue) => ({
      ...issue,
      category: this.words.category(issue.category),
      newest: issue.newest.map((report) => ({ ...report, platform: this.words.platform(report.platform) })),
    }));
    return { items: hidePhonesIn(named), next };
  }
}

import { Injectable } from '@nestjs/common';
import { HotIssueList } from '#storage/reading/hot-issue-list.js';
import { CityWords } from '../city-words.js';
import { hideIdentitiesIn } from '#domain/privacy/hide-identities.js';
import type { PageDto } from '../page.dto.js';

/** Cases that grow faster than their own past, with the names people know. */
@Injectable()
export class HotIssuesService {
  constructor(
    private readonly list: HotIssueList,
    private readonly words: CityWords,
  ) {}

  async page({ cursor, limit }: PageDto) {
    const { items, next } = await this.list.page({ cursor, limit });
    const named = items.map((issue) => ({
      ...issue,
      category: this.words.category(issue.category),
      newest: issue.newest.map((report) => ({ ...report, platform: this.words.platform(report.platform) })),
    }));
    return { items: hideIdentitiesIn(named), next };
  }
}

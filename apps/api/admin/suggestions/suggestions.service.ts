import { Injectable } from '@nestjs/common';
import { SuggestionList } from '#storage/reading/suggestion-list.js';
import { hidePhonesIn } from '../hide-phones.js';
import type { PageDto } from '../page.dto.js';

/** Pairs that may be one matter and wait for an operator's word. */
@Injectable()
export class SuggestionsService {
  constructor(private readonly list: SuggestionList) {}

  async page({ cursor, limit }: PageDto) {
    const { items, next } = await this.list.page({ cursor, limit });
    return { items: hidePhonesIn(items), next };
  }
}

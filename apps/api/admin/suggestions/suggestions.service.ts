import { Injectable } from '@nestjs/common';
import { SuggestionList } from '#storage/reading/suggestion-list.js';
import type { PageDto } from '../page.dto.js';

/** Pairs that may be one matter and wait for an operator's word. */
@Injectable()
export class SuggestionsService {
  constructor(private readonly list: SuggestionList) {}

  page({ cursor, limit }: PageDto) {
    return this.list.page({ cursor, limit });
  }
}

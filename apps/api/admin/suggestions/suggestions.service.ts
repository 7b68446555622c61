import { Injectable } from '@nestjs/common';
import { as } from '#domain/ids.js';
import { IdSource } from '#domain/ports/ids.js';
import type { CaseScope } from '#identity/access/case-scope.js';
import type { GivenGroupingAnswer } from '#pipeline/match-desk.js';
import { MatchDesk } from '#pipeline/match-desk.js';
import type { ComparedReport } from '#storage/reading/suggestion-list.js';
import { SuggestionList } from '#storage/reading/suggestion-list.js';
import { CityWords } from '../city-words.js';
import { hideIdentitiesIn } from '#domain/privacy/hide-identities.js';
import type { PageDto } from '../page.dto.js';
import type { AcceptDto, RejectDto } from './suggestions.dto.js';

/** Pairs that may be one matter and wait for an operator's word. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly list: SuggestionList,
    private readonly desk: MatchDesk,
    private readonly words: CityWords,
    private readonly ids: IdSource,
  ) {}

  async page({ cursor, limit }: PageDto, scope: CaseScope) {
    const { items, next } = await this.list.page({ cursor, limit }, scope);
    const named = items.map((item) => ({ ...item, mine: this.named(item.mine), theirs: this.named(item.theirs) }));
    return { items: hideIdentitiesIn(named), next };
  }

  accept(id: string, { onlyReport, requestId }: AcceptDto, operator: string): Promise<GivenGroupingAnswer> {
    const command = { command: 'accept', suggestion: as<never>(id), onlyReport } as const;
    return this.desk.execute({ command, actor: `operator:${operator}`, requestId: requestId ?? this.ids.next() });
  }

  reject(id: string, { requestId }: RejectDto, operator: string): Promise<GivenGroupingAnswer> {
    const command = { command: 'reject', suggestion: as<never>(id) } as const;
    return this.desk.execute({ command, actor: `operator:${operator}`, requestId: requestId ?? this.ids.next() });
  }

  private named({ platform, ...report }: ComparedReport) {
    return { ...report, platform: this.words.platform(platform) };
  }
}

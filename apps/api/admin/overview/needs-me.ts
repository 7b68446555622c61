import { Injectable } from '@nestjs/common';
import { CaseList } from '#storage/reading/case-list.js';
import { DeliveryList } from '#storage/reading/delivery-list.js';
import { QuarantineList } from '#storage/reading/quarantine-list.js';
import { SuggestionList } from '#storage/reading/suggestion-list.js';
import { caseLine, deliveryView } from '../cases/case-views.js';
import { CityWords } from '../city-words.js';
import { hideIdentitiesIn } from '#domain/privacy/hide-identities.js';

const SHOWN = 20;
const EVERYONE = { scope: { kind: 'all' } } as const;

/** What waits for a person: cases nobody could dispatch, due times past and near, messages that failed, pairs to confirm. */
@Injectable()
export class NeedsMe {
  constructor(
    private readonly cases: CaseList,
    private readonly deliveries: DeliveryList,
    private readonly suggestions: SuggestionList,
    private readonly quarantine: QuarantineList,
    private readonly words: CityWords,
  ) {}

  async list(now: Date) {
    const held = await this.cases.first({ ...EVERYONE, filter: { status: ['held'] }, sort: 'due', now }, SHOWN);
    const due = (await this.cases.first({ ...EVERYONE, filter: {}, sort: 'due', now }, SHOWN)).map((row) =>
      caseLine(row, this.words, now),
    );
    const parked = await this.deliveries.page({ state: 'parked' }, { limit: SHOWN }, EVERYONE.scope);
    const suggestions = await this.suggestions.page({ limit: SHOWN }, EVERYONE.scope);
    return {
      held: held.map((row) => caseLine(row, this.words, now)),
      overdue: due.filter(({ clock }) => clock === 'red'),
      next: due.filter(({ clock }) => clock !== 'red'),
      parked: parked.items.map((row) => deliveryView(row, this.words)),
      suggestions: hideIdentitiesIn(suggestions.items),
      suggested: await this.suggestions.count(),
      quarantined: await this.quarantine.count(),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { RejectedError } from '#domain/errors.js';
import { as } from '#domain/ids.js';
import { Clock } from '#domain/ports/clock.js';
import type { DueTarget } from '#domain/ports/delivery-store.js';
import { DeliveryStore } from '#domain/ports/delivery-store.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import type { CaseScope } from '#identity/access/case-scope.js';
import { ringsFor } from '#pipeline/rings.js';
import { DeliveryList } from '#storage/reading/delivery-list.js';
import { ReplayableDeliveries } from '#storage/reading/replayable-deliveries.js';
import type { ReplayFilter } from '#storage/reading/replayable-deliveries.js';
import { deliveryView } from '../cases/case-views.js';
import { CityWords } from '../city-words.js';
import type { DeliveriesDto, ReplayDto, ReplayFilterDto } from './deliveries.dto.js';

/** What was sent again, and where it goes. */
interface Replayed {
  readonly count?: number;
  readonly targets: readonly DueTarget[];
}

/** Deliveries one statement wakes. */
const AT_ONCE = 5_000;

/** Messages owed to departments and platforms. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly list: DeliveryList,
    private readonly replayable: ReplayableDeliveries,
    private readonly store: DeliveryStore,
    private readonly doorbell: Doorbell,
    private readonly words: CityWords,
    private readonly clock: Clock,
  ) {}

  async page({ cursor, limit, ...filter }: DeliveriesDto, scope: CaseScope) {
    const { items, next } = await this.list.page(filter, { cursor, limit }, scope);
    return { items: items.map((row) => deliveryView(row, this.words)), next };
  }

  async one(id: string, scope: CaseScope) {
    const found = await this.list.one(as(id), scope);
    if (!found) throw new RejectedError('NOT_FOUND', `no delivery ${id}`);
    return deliveryView(found, this.words);
  }

  /** Makes deliveries due again; those among `ids` that are not parked stay as they are. `count`: how many the filter found. */
  async replay({ ids, filter, dryRun }: ReplayDto): Promise<Replayed> {
    if (ids && filter) throw new RejectedError('REQUEST_INVALID', 'filter: give ids or a filter, not both');
    if (ids && dryRun) throw new RejectedError('REQUEST_INVALID', 'dryRun: counts what a filter finds');
    if (filter) return this.replayFound(this.wanted(filter), dryRun);
    const targets = await this.store.replay(
      (ids ?? []).map((id) => as(id)),
      this.clock.now(),
    );
    await this.doorbell.ring(ringsFor(targets));
    return { targets };
  }

  private async replayFound(filter: ReplayFilter, dryRun: boolean): Promise<Replayed> {
    if (dryRun) return { count: await this.replayable.count(filter), targets: [] };
    const woken = new Map<string, DueTarget>();
    let count = 0;
    for (let after = '0', isMore = true; isMore;) {
      const some = await this.replayable.some(filter, after, AT_ONCE);
      const ids = some.map(({ id }) => id);
      for (const due of await this.store.replay(ids, this.clock.now(), filter.states))
        woken.set(`${due.channel} ${due.target}`, due);
      count += some.length;
      after = some.at(-1)?.seq ?? after;
      isMore = some.length === AT_ONCE;
    }
    const targets = [...woken.values()];
    await this.doorbell.ring(ringsFor(targets));
    return { count, targets };
  }

  private wanted({ state, since, channel, target, type }: ReplayFilterDto): ReplayFilter {
    return {
      ...{ channel, target, type },
      states: state === 'any' ? ['parked', 'confirmed'] : [state],
      since: since === undefined ? undefined : new Date(since),
      before: this.clock.now(),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { RejectedError } from '#domain/errors.js';
import type { DeliveryId } from '#domain/ids.js';
import { as } from '#domain/ids.js';
import { Clock } from '#domain/ports/clock.js';
import type { DueTarget } from '#domain/ports/delivery-store.js';
import { DeliveryStore } from '#domain/ports/delivery-store.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import { ringsFor } from '#pipeline/rings.js';
import { DeliveryList } from '#storage/reading/delivery-list.js';
import { ParkedDeliveries } from '#storage/reading/parked-deliveries.js';
import { deliveryView } from '../cases/case-views.js';
import { CityWords } from '../city-words.js';
import type { DeliveriesDto, ReplayDto } from './deliveries.dto.js';

/** Parked deliveries one statement wakes. */
const AT_ONCE = 5_000;

/** Messages owed to departments and platforms. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly list: DeliveryList,
    private readonly parkedDeliveries: ParkedDeliveries,
    private readonly store: DeliveryStore,
    private readonly doorbell: Doorbell,
    private readonly words: CityWords,
    private readonly clock: Clock,
  ) {}

  async page({ cursor, limit, ...filter }: DeliveriesDto) {
    const { items, next } = await this.list.page(filter, { cursor, limit });
    return { items: items.map((row) => deliveryView(row, this.words)), next };
  }

  /** Makes parked deliveries due again; others among `ids` stay as they are. `count`: how many the filter found. */
  async replay({ ids, filter }: ReplayDto): Promise<{ count?: number; targets: readonly DueTarget[] }> {
    if (ids && filter) throw new RejectedError('REQUEST_INVALID', 'filter: give ids or a filter, not both');
    const found: DueTarget[] = [];
    let count = 0;
    for await (const some of ids ? [ids.map((id) => as<DeliveryId>(id))] : this.parked(filter ?? { state: 'parked' })) {
      found.push(...(await this.store.replay(some, this.clock.now())));
      count += some.length;
    }
    const targets = [...new Map(found.map((target) => [`${target.channel} ${target.target}`, target])).values()];
    await this.doorbell.ring(ringsFor(targets));
    return filter ? { count, targets } : { targets };
  }

  /** What is parked, some at a time; what was replayed is not found again. */
  private async *parked({ channel, target, type, since }: NonNullable<ReplayDto['filter']>): AsyncGenerator<DeliveryId[]> {
    const filter = { channel, target, type, since: since === undefined ? undefined : new Date(since) };
    let some: DeliveryId[];
    do {
      some = await this.parkedDeliveries.ids(filter, AT_ONCE);
      if (some.length > 0) yield some;
    } while (some.length === AT_ONCE);
  }
}

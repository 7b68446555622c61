import { Injectable } from '@nestjs/common';
import type { DeliveryId } from '#domain/ids.js';
import { as } from '#domain/ids.js';
import { Clock } from '#domain/ports/clock.js';
import type { DueTarget } from '#domain/ports/delivery-store.js';
import { DeliveryStore } from '#domain/ports/delivery-store.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import { ringsFor } from '#pipeline/rings.js';
import { DeliveryList } from '#storage/reading/delivery-list.js';
import { deliveryView } from '../cases/case-views.js';
import { CityWords } from '../city-words.js';
import type { DeliveriesDto } from './deliveries.dto.js';

/** Messages owed to departments and platforms. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly list: DeliveryList,
    private readonly store: DeliveryStore,
    private readonly doorbell: Doorbell,
    private readonly words: CityWords,
    private readonly clock: Clock,
  ) {}

  async page({ cursor, limit, ...filter }: DeliveriesDto) {
    const { items, next } = await this.list.page(filter, { cursor, limit });
    return { items: items.map((row) => deliveryView(row, this.words)), next };
  }

  /** Makes parked deliveries due again; the others among `ids` stay as they are. */
  async replay(ids: readonly string[]): Promise<{ targets: readonly DueTarget[] }> {
    const targets = await this.store.replay(
      ids.map((id) => as<DeliveryId>(id)),
      this.clock.now(),
    );
    await this.doorbell.ring(ringsFor(targets));
    return { targets };
  }
}

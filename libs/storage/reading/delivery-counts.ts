import type { DataSource } from 'typeorm';
import { ask } from './ask.js';

/** How the messages of one channel stand. `owed` is everything ever owed and not called off. */
export interface DeliveryCount {
  readonly owed: number;
  readonly confirmed: number;
  readonly parked: number;
  readonly waiting: number;
}

const NONE: DeliveryCount = { owed: 0, confirmed: 0, parked: 0, waiting: 0 };

/** How many messages are owed, confirmed and parked, by channel. */
export class DeliveryCounts {
  constructor(private readonly source: DataSource) {}

  async count(): Promise<{ deliveries: DeliveryCount; writeBacks: DeliveryCount }> {
    const rows = await ask<DeliveryCount & { channel: string }>(
      this.source,
      `select channel, count(*) filter (where state <> 'cancelled')::int as owed,
         count(*) filter (where state = 'confirmed')::int as confirmed, count(*) filter (where state = 'parked')::int as parked,
         count(*) filter (where state in ('owed', 'unknown'))::int as waiting
       from deliveries group by channel`,
    );
    const of = (channel: string): DeliveryCount => {
      const { owed, confirmed, parked, waiting } = rows.find((row) => row.channel === channel) ?? NONE;
      return { owed, confirmed, parked, waiting };
    };
    return { deliveries: of('webhook'), writeBacks: of('write-back') };
  }
}

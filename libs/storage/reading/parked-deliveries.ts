import type { DataSource } from 'typeorm';
import type { DeliveryId } from '#domain/ids.js';
import { ask } from './ask.js';
import { Conditions } from './conditions.js';

/** Which parked deliveries; absent fields let everything through. */
export interface ParkedFilter {
  readonly channel?: 'webhook' | 'write-back';
  readonly target?: string;
  readonly type?: string;
  /** Owed since then. */
  readonly since?: Date;
}

/** Finds what is parked, for somebody who wants it sent again. */
export class ParkedDeliveries {
  constructor(private readonly source: DataSource) {}

  /** Oldest first. */
  async ids({ channel, target, type, since }: ParkedFilter, limit: number): Promise<DeliveryId[]> {
    const where = new Conditions()
      .add(`state = 'parked'`)
      .addIf(channel, 'channel = ?')
      .addIf(target, 'target = ?')
      .addIf(type, 'type = ?')
      .addIf(since, 'created_at >= ?');
    const rows = await ask<{ id: DeliveryId }>(
      this.source,
      `select id from deliveries where ${where} order by seq limit ${where.bind(limit)}`,
      where.parameters,
    );
    return rows.map(({ id }) => id);
  }
}

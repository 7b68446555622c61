import type { DataSource } from 'typeorm';
import type { DeliveryId } from '#domain/ids.js';
import { ask } from './ask.js';
import { Conditions } from './conditions.js';

/** Which deliveries; absent fields let everything through. */
export interface ReplayFilter {
  readonly states: readonly ('parked' | 'confirmed')[];
  readonly channel?: 'webhook' | 'write-back';
  readonly target?: string;
  readonly type?: string;
  /** Owed since then. */
  readonly since?: Date;
  /** Owed until then, so that a replay comes to its end however much is owed meanwhile. */
  readonly before: Date;
}

interface Replayable {
  readonly id: DeliveryId;
  readonly seq: string;
}

/** Finds what can be sent again. An answer that a citizen has is never among it: it would be shown twice. */
export class ReplayableDeliveries {
  constructor(private readonly source: DataSource) {}

  async count(filter: ReplayFilter): Promise<number> {
    const where = conditions(filter);
    const sql = `select count(*)::int as count from deliveries where ${where}`;
    const [{ count }] = await ask<{ count: number }>(this.source, sql, where.parameters);
    return count;
  }

  /** Those behind a running number, oldest first. */
  some(filter: ReplayFilter, after: string, limit: number): Promise<Replayable[]> {
    const where = conditions(filter).add('seq > ?::bigint', after);
    const sql = `select id, seq from deliveries where ${where} order by seq limit ${where.bind(limit)}`;
    return ask<Replayable>(this.source, sql, where.parameters);
  }
}

const conditions = ({ states, channel, target, type, since, before }: ReplayFilter): Conditions =>
  new Conditions()
    .add(`state = any(?::text[]) and (state = 'parked' or channel = 'webhook')`, states)
    .add('created_at <= ?', before)
    .addIf(channel, 'channel = ?')
    .addIf(target, 'target = ?')
    .addIf(type, 'type = ?')
    .addIf(since, 'created_at >= ?');

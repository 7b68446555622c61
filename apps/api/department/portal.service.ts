import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EndpointKey } from '#domain/delivery/endpoint.js';
import { RejectedError } from '#domain/errors.js';
import type { DepartmentId } from '#domain/ids.js';
import { as } from '#domain/ids.js';
import { Clock } from '#domain/ports/clock.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import { EndpointDesk } from '#pipeline/endpoint-desk.js';
import { ringsFor } from '#pipeline/rings.js';
import { DeliveryList } from '#storage/reading/delivery-list.js';
import { SqlDepartmentReplay } from '#storage/sql-department-replay.js';
import type { CallingDepartment } from './department-key.guard.js';
import type { OwnDeliveriesDto } from './portal.dto.js';

const HOUR_MS = 3_600_000;

/** What a department does about its own endpoint and messages. */
@Injectable()
export class Portal {
  constructor(
    private readonly desk: EndpointDesk,
    private readonly list: DeliveryList,
    private readonly again: SqlDepartmentReplay,
    private readonly doorbell: Doorbell,
    private readonly clock: Clock,
  ) {}

  async endpoint(department: DepartmentId) {
    const { url = null, state, reason = null, since, thin, algorithms, keys, health } = await this.desk.open(department);
    const now = this.clock.now();
    return {
      ...{ department, mode: url === null ? 'pull' : 'push', url, state, reason, since, thin, algorithms },
      secrets: keys.filter(({ expiresAt }) => expiresAt === undefined || expiresAt > now).map(secretView),
      lastSuccessAt: health.succeededAt ?? null,
      failingSince: health.failingSince ?? null,
    };
  }

  rotate({ department, actor }: CallingDepartment, overlapHours: number) {
    return this.desk.rotate(department, 'shared', overlapHours * HOUR_MS, actor);
  }

  test({ department, actor }: CallingDepartment) {
    return this.desk.test(department, actor);
  }

  async deliveries(department: DepartmentId, { state, cursor, limit }: OwnDeliveriesDto) {
    // Whatever it was told stays its own, about cases that have gone to others as well.
    const own = { channel: 'webhook', target: department, state } as const;
    const { items, next } = await this.list.page(own, { cursor, limit }, { kind: 'all' });
    const told = items.map(({ id, number, type, state: stands, createdAt, nextAttemptAt, settledAt, reason, log }) => {
      const isWaiting = stands === 'owed' || stands === 'unknown';
      const nextAt = isWaiting ? nextAttemptAt : null;
      return { id, caseNumber: number, type, state: stands, createdAt, nextAttemptAt: nextAt, settledAt, reason, attempts: log };
    });
    return { items: told, next };
  }

  /** Throws `DELIVERY_UNKNOWN`, of others' messages as well, and `DELIVERY_UNDER_WAY`. */
  async replay(id: string, department: DepartmentId): Promise<{ id: string; state: 'owed' }> {
    const verdict = await this.again.replay(as(id), department, this.clock.now());
    if (verdict === 'unknown') throw new RejectedError('DELIVERY_UNKNOWN', `there is no message ${id}`);
    if (verdict === 'under-way') throw new RejectedError('DELIVERY_UNDER_WAY', `message ${id} is on its way already`);
    await this.doorbell.ring(ringsFor([{ channel: 'webhook', target: department }]));
    return { id, state: 'owed' };
  }
}

/** A fingerprint tells which of one's own secrets it is, and nothing else about it. */
const secretView = ({ secret, createdAt, expiresAt }: EndpointKey) => ({
  id: createHash('sha256').update(secret).digest('hex').slice(0, 12),
  kind: secret.startsWith('whsec_') ? 'shared' : 'ed25519',
  createdAt,
  expiresAt: expiresAt ?? null,
});

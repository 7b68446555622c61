import type { DataSource, EntityManager } from 'typeorm';
import type { Endpoint } from '#domain/delivery/endpoint.js';
import type { EndpointHealth } from '#domain/delivery/endpoint-health.js';
import type { DepartmentId } from '#domain/ids.js';
import { EndpointBook } from '#domain/ports/endpoint-book.js';
import type { EndpointChange, EndpointNotice, EndpointSeed, NewEndpoint, ShadowAttempt } from '#domain/ports/endpoint-book.js';
import type { SecretSeal } from '#domain/ports/secret-seal.js';
import { translateDatabaseError } from './database-errors.js';
import { readEndpoints } from './endpoint-rows.js';
import { EndpointSecrets } from './endpoint-secrets.js';
import { seedEndpoints } from './seed-endpoints.js';
import { rowsOf } from './sql-record-store.js';
import { note, turn } from './turn-endpoint.js';

const COLUMNS = {
  url: 'url',
  thin: 'thin',
  algorithms: 'algorithms',
  shadowUrl: 'shadow_url',
  callbackKey: 'callback_key',
  ratePerSecond: 'rate_per_second',
  concurrency: 'concurrency',
} as const;

/** Endpoints in PostgreSQL. */
export class SqlEndpointBook extends EndpointBook {
  private readonly secrets: EndpointSecrets;

  constructor(
    private readonly source: DataSource,
    seal: SecretSeal,
  ) {
    super();
    this.secrets = new EndpointSecrets(seal);
  }

  seed(seeds: readonly EndpointSeed[], now: Date, oldUntil: Date): Promise<void> {
    return this.inTransaction((manager) => seedEndpoints(manager, this.secrets, seeds, now, oldUntil));
  }

  async all(): Promise<Endpoint[]> {
    return this.told(async () => readEndpoints(this.source, this.secrets));
  }

  create(endpoint: NewEndpoint, by: string, now: Date): Promise<boolean> {
    return this.inTransaction(async (manager) => {
      const { department, secret, url, thin, algorithms, ratePerSecond, concurrency } = endpoint;
      const inserted: unknown = await manager.query(
        `insert into endpoints (department, url, allow_private, thin, algorithms, rate_per_second, concurrency, since, created_at,
           changed_by, rotated_by)
         values ($1, $2, false, $3, $4, $5, $6, $7, $7, $8, $8) on conflict do nothing returning department`,
        [department, url ?? null, thin, algorithms, ratePerSecond ?? null, concurrency ?? null, now, by],
      );
      if (rowsOf<object>(inserted).length === 0) return false;
      await this.secrets.replace(manager, { department, secret, now, oldUntil: now });
      await this.secrets.completeFor(manager, department, now);
      await note(manager, { department, at: now, what: 'created', by, detail: url ?? 'pull' });
      return true;
    });
  }

  change(department: DepartmentId, change: EndpointChange, by: string, now: Date): Promise<boolean> {
    const { state, ...terms } = change;
    return this.inTransaction(async (manager) => {
      const known = await manager.query<{ state: string }[]>('select state from endpoints where department = $1 for update', [
        department,
      ]);
      if (known.length === 0) return false;
      const fields = Object.entries(terms).filter(([, value]) => value !== undefined) as [keyof typeof COLUMNS, unknown][];
      if (fields.length > 0) {
        const set = fields.map(([field], index) => `${COLUMNS[field]} = $${index + 3}`).join(', ');
        const values = fields.map(([, value]) => value);
        await manager.query(`update endpoints set changed_by = $2, ${set} where department = $1`, [department, by, ...values]);
        await note(manager, { department, at: now, what: 'changed', by, detail: fields.map(([field]) => field).join(', ') });
      }
      await this.secrets.completeFor(manager, department, now);
      if (state !== undefined && state !== known[0].state) await turn(manager, department, state, `by ${by}`, by, now);
      return true;
    });
  }

  rotate(department: DepartmentId, secret: string, oldUntil: Date, by: string, now: Date): Promise<boolean> {
    return this.inTransaction(async (manager) => {
      const known = rowsOf<object>(
        await manager.query('update endpoints set rotated_by = $2 where department = $1 returning department', [department, by]),
      );
      if (known.length === 0) return false;
      await this.secrets.replace(manager, { department, secret, now, oldUntil });
      const detail = `${secret.startsWith('whsk_') ? 'ed25519' : 'shared'}, the old one until ${oldUntil.toISOString()}`;
      await note(manager, { department, at: now, what: 'rotated', by, detail });
      return true;
    });
  }

  disable(department: DepartmentId, reason: string, now: Date): Promise<boolean> {
    return this.inTransaction((manager) => turn(manager, department, 'disabled', reason, 'hub', now));
  }

  noteHealth(department: DepartmentId, health: EndpointHealth): Promise<void> {
    const { failingSince, failedAt, succeededAt, breaker } = health;
    return this.run(
      'update endpoints set failing_since = $2, failed_at = $3, succeeded_at = $4, breaker = $5 where department = $1',
      [department, failingSince ?? null, failedAt ?? null, succeededAt ?? null, breaker],
    );
  }

  note(notice: EndpointNotice): Promise<void> {
    return this.told(() => note(this.source.manager, notice));
  }

  noteShadow({ department, deliveryId, at, url, outcome }: ShadowAttempt): Promise<void> {
    return this.run(
      `with gone as (delete from shadow_attempts where department = $1 and at < $3::timestamptz - interval '7 days')
       insert into shadow_attempts (department, delivery_id, at, url, duration_ms, outcome, status, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        department,
        deliveryId,
        at,
        url,
        Math.round(outcome.durationMs),
        outcome.kind,
        'status' in outcome ? (outcome.status ?? null) : null,
        'reason' in outcome ? outcome.reason : null,
      ],
    );
  }

  private async run(sql: string, parameters: unknown[]): Promise<void> {
    await this.told(() => this.source.query(sql, parameters));
  }

  private inTransaction<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.told(() => this.source.transaction(work));
  }

  private async told<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (thrown) {
      throw translateDatabaseError(thrown);
    }
  }
}

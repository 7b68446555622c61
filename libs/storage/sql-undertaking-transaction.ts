import type { EntityManager } from 'typeorm';
import type { Actor } from '#domain/case/case.js';
import type { CaseNumber, UndertakingId } from '#domain/ids.js';
import type {
  ChangedUndertaking,
  HeldUndertaking,
  UndertakingReceipt,
  UndertakingTransaction,
} from '#domain/ports/undertaking-book.js';
import { replayUndertaking } from '#domain/undertaking/evolve-undertaking.js';
import type { UndertakingEvent } from '#domain/undertaking/undertaking.js';
import { json } from './insert-rows.js';
import { saveUndertakings } from './save-undertakings.js';

/** The first word of an advisory lock's name; the second is the request. */
const REQUEST_LOCK = 724_554;

const RINGING = `
select id from undertakings
where ended_at is null and ((warn_at <= $1 and warned_at is null) or (due_at <= $1 and overdue_at is null))
order by due_at, id limit $2 for update skip locked`;

const HISTORIES = `
select undertaking_id as id, type, at, actor, data, hash from undertaking_events
where undertaking_id = any($1::uuid[]) order by undertaking_id, seq`;

interface EventRow {
  readonly id: UndertakingId;
  readonly type: UndertakingEvent['type'];
  readonly at: Date;
  readonly actor: Actor;
  readonly data: UndertakingEvent['data'];
  readonly hash: Buffer;
}

/** Undertakings as one PostgreSQL transaction sees them: locked by their rows, read from their histories. */
export class SqlUndertakingTransaction implements UndertakingTransaction {
  constructor(private readonly manager: EntityManager) {}

  async lockRequest(requestId: string): Promise<void> {
    await this.manager.query('select pg_advisory_xact_lock($1, hashtext($2))', [REQUEST_LOCK, requestId]);
  }

  async receipt(requestId: string): Promise<UndertakingReceipt | undefined> {
    const sql = 'select asked, answer from undertaking_receipts where request_id = $1';
    const [receipt] = await this.manager.query<UndertakingReceipt[]>(sql, [requestId]);
    return receipt;
  }

  async keepReceipt(requestId: string, { asked, answer }: UndertakingReceipt, at: Date): Promise<void> {
    const sql = 'insert into undertaking_receipts (request_id, asked, answer, at) values ($1, $2, $3, $4)';
    await this.manager.query(sql, [requestId, asked, json(answer), at]);
  }

  async hold(id: UndertakingId): Promise<HeldUndertaking | undefined> {
    const rows = await this.manager.query<{ id: UndertakingId }[]>('select id from undertakings where id = $1 for update', [id]);
    const [held] = await this.fold(rows);
    return held;
  }

  async holdRinging(now: Date, limit: number): Promise<HeldUndertaking[]> {
    return this.fold(await this.manager.query<{ id: UndertakingId }[]>(RINGING, [now, limit]));
  }

  async openItems(project: UndertakingId): Promise<number> {
    const sql = 'select count(*)::int as count from undertakings where project = $1 and ended_at is null';
    const [{ count }] = await this.manager.query<{ count: number }[]>(sql, [project]);
    return count;
  }

  async hasCase(number: CaseNumber): Promise<boolean> {
    return (await this.manager.query<unknown[]>('select 1 from cases where number = $1', [number])).length > 0;
  }

  save(changes: readonly ChangedUndertaking[]): Promise<void> {
    return saveUndertakings(this.manager, changes);
  }

  /** Histories in the order of the rows. */
  private async fold(rows: readonly { readonly id: UndertakingId }[]): Promise<HeldUndertaking[]> {
    if (rows.length === 0) return [];
    const lines = await this.manager.query<EventRow[]>(HISTORIES, [rows.map(({ id }) => id)]);
    const histories = new Map<UndertakingId, EventRow[]>(rows.map(({ id }) => [id, []]));
    for (const line of lines) histories.get(line.id)?.push(line);
    return [...histories].flatMap(([id, history]) => {
      const value = replayUndertaking(id, history.map(toEvent));
      return value ? [{ value, lastHash: history[history.length - 1].hash }] : [];
    });
  }
}

const toEvent = ({ type, at, actor, data }: EventRow): UndertakingEvent => ({ type, at, actor, data }) as UndertakingEvent;

import type { EntityManager } from 'typeorm';
import type { CaseEvent } from '#domain/case/case.js';
import { chainEvents } from '#domain/case/event-chain.js';
import type { CaseId } from '#domain/ids.js';
import { hideIdentities, hideIdentitiesIn } from '#domain/privacy/hide-identities.js';
import type { Place } from '#domain/report/report.js';
import { hex, json } from '../insert-rows.js';

interface OldCase {
  readonly id: CaseId;
  readonly title: string;
  readonly place: Place;
}

const NO_HASH = new Uint8Array(0);

/**
 * Masks what cases took over from clear reports. The first line of a case's history repeats the title and the place, so the whole
 * chain of such a case is made anew: that is the one time a history is rewritten, and only where somebody is named.
 */
export async function sealOldCases(
  manager: EntityManager,
  after: string | null,
  limit: number,
): Promise<{ position?: string; changed: number }> {
  const rows = await manager.query<OldCase[]>(
    'select id, title, place from cases where ($1::uuid is null or id > $1::uuid) order by id limit $2 for update',
    [after, limit],
  );
  const named = rows.filter(({ title, place }) => hideIdentities(title) !== title || isNamed(place.address));
  for (const one of named) await maskCase(manager, one);
  return { position: rows.at(-1)?.id, changed: named.length };
}

const isNamed = (address = ''): boolean => hideIdentities(address) !== address;

async function maskCase(manager: EntityManager, { id, title, place }: OldCase): Promise<void> {
  const events = await manager.query<CaseEvent[]>(
    'select type, at, actor, data from case_events where case_id = $1 order by seq',
    [id],
  );
  const masked = events.map((event) => (event.type === 'case.opened' ? { ...event, data: hideIdentitiesIn(event.data) } : event));
  const chain = chainEvents(masked, 0, NO_HASH);
  const lines = chain.map(({ seq, event, hash }) => ({ seq, data: event.data, hash: hex(hash) }));
  await manager.query(
    `update case_events t set data = r.data, hash = r.hash from json_to_recordset($2::json) as r(seq int, data jsonb, hash bytea)
     where t.case_id = $1 and t.seq = r.seq`,
    [id, json(lines)],
  );
  await manager.query('update cases set title = $2, place = $3, last_hash = $4 where id = $1', [
    id,
    hideIdentities(title),
    json(hideIdentitiesIn(place)),
    Buffer.from(chain[chain.length - 1]?.hash ?? NO_HASH),
  ]);
  const messages = await manager.query<{ id: string; payload: object }[]>(
    `select id, payload from deliveries where case_id = $1 and channel = 'webhook'`,
    [id],
  );
  await manager.query(
    `update deliveries t set payload = r.payload from json_to_recordset($1::json) as r(id uuid, payload jsonb) where t.id = r.id`,
    [json(messages.map(({ id: message, payload }) => ({ id: message, payload: hideIdentitiesIn(payload) })))],
  );
}

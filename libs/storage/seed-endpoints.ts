import type { EntityManager } from 'typeorm';
import type { EndpointSeed } from '#domain/ports/endpoint-book.js';
import type { EndpointSecrets } from './endpoint-secrets.js';
import { rowsOf } from './sql-record-store.js';

/** What the configuration says wins until somebody has changed the endpoint here; `allow_private` it always decides. */
const SEED = `
insert into endpoints as e (department, url, allow_private, thin, algorithms, rate_per_second, concurrency, since, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
on conflict (department) do update set allow_private = excluded.allow_private,
  url = case when e.changed_by is null then excluded.url else e.url end,
  thin = case when e.changed_by is null then excluded.thin else e.thin end,
  algorithms = case when e.changed_by is null then excluded.algorithms else e.algorithms end,
  rate_per_second = case when e.changed_by is null then excluded.rate_per_second else e.rate_per_second end,
  concurrency = case when e.changed_by is null then excluded.concurrency else e.concurrency end
returning rotated_by is not null as rotated`;

/** Brings in what the configuration says, as EndpointBook.seed promises. */
export async function seedEndpoints(
  manager: EntityManager,
  secrets: EndpointSecrets,
  seeds: readonly EndpointSeed[],
  now: Date,
  oldUntil: Date,
): Promise<void> {
  // Processes that start together seed in turn.
  await manager.query('lock table endpoints in share row exclusive mode');
  await manager.query(
    'delete from endpoints where changed_by is null and rotated_by is null and not (department = any($1::text[]))',
    [seeds.map(({ department }) => department)],
  );
  for (const { department, url, allowPrivate, thin, algorithms, ratePerSecond, concurrency, secret } of seeds) {
    const values = [department, url ?? null, allowPrivate, thin, algorithms, ratePerSecond ?? null, concurrency ?? null, now];
    const [{ rotated }] = rowsOf<{ rotated: boolean }>(await manager.query(SEED, values));
    if (!rotated) await secrets.configure(manager, department, secret, now, oldUntil);
    await secrets.completeFor(manager, department, now);
  }
}

import type { DataSource } from 'typeorm';
import type { Endpoint, EndpointState } from '#domain/delivery/endpoint.js';
import type { EndpointHealth } from '#domain/delivery/endpoint-health.js';
import type { SignatureAlgorithm } from '#domain/delivery/webhook-signature.js';
import type { DepartmentId } from '#domain/ids.js';
import type { EndpointSecrets, SecretRow } from './endpoint-secrets.js';

interface EndpointRow {
  readonly department: DepartmentId;
  readonly url: string | null;
  readonly allow_private: boolean;
  readonly thin: boolean;
  readonly algorithms: readonly SignatureAlgorithm[];
  readonly shadow_url: string | null;
  readonly callback_key: string | null;
  readonly rate_per_second: number | null;
  readonly concurrency: number | null;
  readonly state: EndpointState;
  readonly reason: string | null;
  readonly since: Date;
  readonly failing_since: Date | null;
  readonly failed_at: Date | null;
  readonly succeeded_at: Date | null;
  readonly breaker: EndpointHealth['breaker'];
}

/** All endpoints with their secrets in clear. */
export async function readEndpoints(source: DataSource, secrets: EndpointSecrets): Promise<Endpoint[]> {
  const rows = await source.query<EndpointRow[]>('select * from endpoints order by department');
  const sealed = await source.query<SecretRow[]>('select * from endpoint_secrets order by id desc');
  return rows.map((row) =>
    toEndpoint(
      row,
      sealed.filter(({ department }) => department === row.department),
      secrets,
    ),
  );
}

function toEndpoint(row: EndpointRow, sealed: readonly SecretRow[], secrets: EndpointSecrets): Endpoint {
  return {
    department: row.department,
    url: row.url ?? undefined,
    allowPrivate: row.allow_private,
    thin: row.thin,
    algorithms: row.algorithms,
    shadowUrl: row.shadow_url ?? undefined,
    callbackKey: row.callback_key ?? undefined,
    ratePerSecond: row.rate_per_second ?? undefined,
    concurrency: row.concurrency ?? undefined,
    state: row.state,
    reason: row.reason ?? undefined,
    since: row.since,
    keys: sealed.flatMap((secret) => secrets.open(secret)),
    health: {
      failingSince: row.failing_since ?? undefined,
      failedAt: row.failed_at ?? undefined,
      succeededAt: row.succeeded_at ?? undefined,
      breaker: row.breaker,
    },
  };
}

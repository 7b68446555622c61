import type { DataSource } from 'typeorm';
import type { EndpointNotice } from '#domain/ports/endpoint-book.js';
import { ask } from './ask.js';

const NEWEST = 50;

/** A copy's fate, as it is shown. */
export interface ListedShadow {
  readonly deliveryId: string;
  readonly at: Date;
  readonly url: string;
  readonly durationMs: number;
  readonly outcome: string;
  readonly status: number | null;
  readonly reason: string | null;
}

/** What happened to an endpoint, newest first. */
export class EndpointHistory {
  constructor(private readonly source: DataSource) {}

  notices(department: string): Promise<Omit<EndpointNotice, 'department'>[]> {
    return ask(this.source, 'select at, what, by, detail from endpoint_notices where department = $1 order by id desc limit $2', [
      department,
      NEWEST,
    ]);
  }

  shadow(department: string): Promise<ListedShadow[]> {
    return ask(
      this.source,
      `select delivery_id as "deliveryId", at, url, duration_ms as "durationMs", outcome, status, reason
       from shadow_attempts where department = $1 order by at desc, id desc limit $2`,
      [department, NEWEST],
    );
  }
}

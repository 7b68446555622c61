import type { DataSource } from 'typeorm';
import type { KnownField, NoticedField } from '#domain/drift/notice-drift.js';
import type { PlatformId } from '#domain/ids.js';
import type { NotedDrift } from '#domain/ports/schema-book.js';
import { SchemaBook } from '#domain/ports/schema-book.js';
import { translateDatabaseError } from './database-errors.js';
import { rowsOf } from './sql-record-store.js';

const DRIFT = `platform, path, type, example, drift as kind, types_before as "before", first_seen as since, last_seen as "lastSeen"`;

/** Two processes may notice the same at once: the one that inserts the row tells it. \`xmax\` is 0 for a row that is new. */
const NOTE = `
insert into schema_fields as f (platform, path, type, example, first_seen, last_seen, drift, types_before)
select $1, path, type, example, $2, $2, drift, coalesce(before, '{}')
from jsonb_to_recordset($3::jsonb) as n(path text, type text, example text, drift text, before text[])
on conflict (platform, path, type) do update set samples = f.samples + 1, last_seen = greatest(f.last_seen, excluded.last_seen)
returning ${DRIFT}, xmax = 0 as "isNew"`;

/** The shape of every platform's records in PostgreSQL. */
export class SqlSchemaBook extends SchemaBook {
  constructor(private readonly source: DataSource) {
    super();
  }

  known(platform: PlatformId): Promise<KnownField[]> {
    return this.query<KnownField>('select path, type, samples from schema_fields where platform = $1', [platform]);
  }

  async note(platform: PlatformId, fields: readonly NoticedField[], at: Date): Promise<NotedDrift[]> {
    const rows = fields.map(({ path, type, example, drift }) => ({
      path,
      type,
      example,
      drift: drift?.kind,
      before: drift?.before,
    }));
    const noted = await this.query<NotedDrift & { kind: string | null; isNew: boolean }>(NOTE, [
      platform,
      at,
      JSON.stringify(rows),
    ]);
    return noted.filter(({ kind, isNew }) => isNew && kind !== null).map(({ isNew: _new, ...drift }) => drift);
  }

  open(): Promise<NotedDrift[]> {
    return this.query<NotedDrift>(
      `select ${DRIFT} from schema_fields where drift is not null and acknowledged_at is null order by platform, drift, first_seen, path, type`,
    );
  }

  async acknowledge(platform: PlatformId, path: string, by: string, at: Date): Promise<boolean> {
    const rows = await this.query(
      `update schema_fields set acknowledged_at = $4, acknowledged_by = $3
       where platform = $1 and path = $2 and drift is not null and acknowledged_at is null returning path`,
      [platform, path, by, at],
    );
    return rows.length > 0;
  }

  private async query<Found>(sql: string, parameters: unknown[] = []): Promise<Found[]> {
    try {
      return rowsOf<Found>(await this.source.query(sql, parameters));
    } catch (thrown) {
      throw translateDatabaseError(thrown);
    }
  }
}

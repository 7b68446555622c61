import pg from 'pg';
import { OperatorError } from '#domain/errors.js';

const CONNECT_LIMIT_MS = 2_000;
const WRONG_PASSWORD = '28P01';

/** Whether the server lets us in; false while it starts, recovers or shuts down. */
export async function acceptsConnections(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== WRONG_PASSWORD) return false;
    throw new OperatorError(
      'CONFIG_INVALID',
      'The embedded PostgreSQL refuses its own secret: was a file in its folder replaced?',
      {
        cause: error,
      },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Refuses a cluster that cannot read Chinese. The failure is silent otherwise: with the wrong character class every two
 * Chinese texts have similarity 1, so every search finds every row.
 */
export async function assertReadsChinese(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  await client.connect();
  try {
    const encoding = await value(client, `select current_setting('server_encoding')`);
    const ctype = await value(client, 'select datctype from pg_database where datname = current_database()');
    await client.query('select pg_advisory_lock(1)');
    await client.query('create extension if not exists pg_trgm');
    const trigrams = await value(client, `select array_length(show_trgm('北京'), 1)`);
    if (encoding === 'UTF8' && Number(trigrams) > 0) return;
    throw new OperatorError(
      'CONFIG_INVALID',
      `The embedded PostgreSQL cannot search Chinese text (encoding ${encoding}, character class ${ctype}). Move its folder away; a new one is made at the next start.`,
    );
  } finally {
    await client.end();
  }
}

async function value(client: pg.Client, sql: string): Promise<string> {
  const { rows } = await client.query<Record<string, unknown>>(sql);
  return String(Object.values(rows[0] ?? {})[0]);
}

import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createDataSource, openDatabase } from '#storage/data-source.js';
import { createDatabase, dropDatabase } from '#storage/databases.js';

const TEMPLATE = 'huiliu_template';
/** One test process at a time makes the template, and clones it: PostgreSQL refuses to clone a database in use. */
const TEMPLATE_LOCK = 724_552;

export interface TestDatabase {
  readonly url: string;
  readonly name: string;
  drop(): Promise<void>;
}

/** The server of this test run; the global setup started it. */
export function testServerUrl(): string {
  const url = process.env['HUILIU_TEST_PG_URL'];
  if (!url) throw new Error('no test server: run through `npm test`');
  return url;
}

/** An empty database of a test's own, cloned from a migrated template in milliseconds. */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = testServerUrl();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await makeTemplate(client, server);
    await client.query(`create database ${name} template ${TEMPLATE}`);
  } finally {
    await client.end();
  }
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.toString(), name, drop: () => dropDatabase(server, name) };
}

async function makeTemplate(client: pg.Client, server: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
  if (rowCount !== 0) return;
  const source = createDataSource({ url: await createDatabase(server, `${TEMPLATE}_new`), poolSize: 2 });
  await openDatabase(source);
  await source.destroy();
  await client.query(`alter database ${TEMPLATE}_new rename to ${TEMPLATE}`);
}

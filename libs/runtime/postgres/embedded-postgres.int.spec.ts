import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';

describe('embedded PostgreSQL', () => {
  let dir: string;
  let servers: EmbeddedPostgres[];

  const start = async () => {
    const server = await startEmbeddedPostgres({ dir, settings: { shared_buffers: '16MB', fsync: 'off' } });
    servers.push(server);
    return server;
  };

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'huiliu-pg-spec-'));
    servers = [];
  });

  afterEach(async () => {
    for (const server of servers) await server.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  it('starts on a free port with a UTF-8 cluster that reads Chinese', async () => {
    const server = await start();

    expect(server).toMatchObject({ adopted: false, owner: true, dir });
    expect(server.port).not.toBe(5432);
    expect(await ask(server.url, 'show server_encoding')).toBe('UTF8');
    expect(await ask(server.url, 'show max_connections')).toBe('200');
    expect(await ask(server.url, `select array_length(show_trgm('北京'), 1)`)).toBe(3);
  });

  it('is adopted by a second start, which may not stop it', async () => {
    const first = await start();

    const second = await start();

    expect(second).toMatchObject({ adopted: true, owner: false, port: first.port });
    await second.stop();
    expect(await ask(first.url, 'select 1')).toBe(1);
  });

  it('lets one of two simultaneous starts own the server', async () => {
    const first = await start();
    await first.stop();

    const both = await Promise.all([start(), start()]);

    expect(both.map((server) => server.adopted).sort()).toEqual([false, true]);
    expect(both[0]?.port).toBe(both[1]?.port);
  });

  it('gives an orphan, whose owner is gone, a new owner', async () => {
    await start();
    writeFileSync(join(dir, 'owner'), '4194303 1');

    expect(await start()).toMatchObject({ adopted: true, owner: true });
  });

  it('keeps the data when the postmaster is killed', async () => {
    const server = await start();
    await ask(server.url, 'create table kept as select 7 as seven');
    process.kill(postmasterPid(dir), 'SIGKILL');

    const again = await start();

    expect(again.adopted).toBe(false);
    expect(await ask(again.url, 'select seven from kept')).toBe(7);
  });

  it('starts beside a pid file whose number now belongs to another program', async () => {
    const server = await start();
    const pidFile = join(dir, 'pgdata', 'postmaster.pid');
    const lines = readFileSync(pidFile, 'utf8').split('\n');
    await server.stop();
    writeFileSync(pidFile, [String(process.pid), ...lines.slice(1)].join('\n'));

    expect(await start()).toMatchObject({ adopted: false, owner: true });
  });

  it('begins again after an initialisation that was interrupted', async () => {
    const unfinished = join(dir, 'pgdata.4194303');
    mkdirSync(unfinished);
    writeFileSync(join(unfinished, 'PG_VERSION'), '18');

    await start();

    expect(existsSync(unfinished)).toBe(false);
  });

  it('says what to do when its folder cannot be one', async () => {
    const file = join(dir, 'a-file');
    writeFileSync(file, '');

    await expect(startEmbeddedPostgres({ dir: file })).rejects.toMatchObject({
      name: 'OperatorError',
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('cannot use'),
    });
  });
});

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

function postmasterPid(dir: string): number {
  return Number(readFileSync(join(dir, 'pgdata', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

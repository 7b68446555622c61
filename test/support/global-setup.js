import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../dist/libs/runtime/free-port.js';
import { startEmbeddedPostgres } from '../../dist/libs/runtime/postgres/embedded-postgres.js';
import { findChromium } from '../../scripts/house/chromium.mjs';
import globalTeardown from './global-teardown.js';

/** One PostgreSQL, and one Redis where there is one, for the whole run; `npm test` has built dist/ before. */
export default async function globalSetup() {
  const dir = mkdtempSync(join(tmpdir(), 'huiliu-test-'));
  // Root's temporary folder is closed; PostgreSQL runs as another user and must pass through it.
  chmodSync(dir, 0o711);
  const postgres = await startEmbeddedPostgres({ dir: join(dir, 'postgres'), settings: { fsync: 'off' } });
  process.env.HUILIU_TEST_PG_URL = postgres.url;
  const redis = await startRedis(dir);
  if (redis) process.env.HUILIU_TEST_REDIS_URL = redis.url;
  const chromium = findChromium();
  if (chromium) process.env.HUILIU_TEST_CHROMIUM = chromium;
  globalThis.huiliuTestServers = { dir, postgres, redis };
  stopWhenInterrupted();
}

/** Jest itself runs no teardown after Ctrl-C. The signal may come twice, from the terminal and from npm's child. */
function stopWhenInterrupted() {
  let stopping;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => (stopping ??= globalTeardown().finally(() => process.exit(128 + constants.signals[signal]))));
  }
}

/** Undefined where no redis-server is installed: `npm test` has said so loudly, or refused. */
async function startRedis(dir) {
  if (spawnSync('redis-server', ['--version']).status !== 0) return undefined;
  const port = await freePort();
  const settings = { port, bind: '127.0.0.1', dir, save: '', appendonly: 'no', 'maxmemory-policy': 'noeviction' };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await readyLine(child);
  return { url: `redis://127.0.0.1:${port}`, child };
}

function readyLine(child) {
  return new Promise((resolve, reject) => {
    let text = '';
    child.once('exit', (code) => reject(new Error(`redis-server ended with ${code}: ${text}`)));
    child.stdout.on('data', (chunk) => {
      text += chunk;
      if (text.includes('Ready to accept connections')) resolve();
    });
  });
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createAdapter } from '#adapters/adapters.js';
import { City } from '#apps/city/city.js';
import { completeOptions } from '#apps/city/control/city-options.js';
import { loadConfig } from '#config/load-config.js';
import { projectRoot } from '#config/project-root.js';
import { as } from '#domain/ids.js';
import type { PlatformId } from '#domain/ids.js';
import { readingSeals } from '#identity/reading-seals.js';
import { SealingVault } from '#identity/sealing-vault.js';
import type { VaultKeys } from '#identity/vault/load-key-ring.js';
import { loadKeyRing } from '#identity/vault/load-key-ring.js';
import { ReadApart } from '#pipeline/reading/read-apart.js';
import { ReadHere } from '#pipeline/reading/read-here.js';
import type { Reading, UnreadRecord } from '#pipeline/reading/reading.js';
import { RecordReading } from '#pipeline/reading/reading.js';
import { RecordReader } from '#pipeline/reading/record-reader.js';
import { anOrder } from '#test/support/builders/an-order.js';
import { until } from '#test/support/until.js';
import { openCity } from './open-city.js';
import type { ReadingThreadData } from './reading-thread.js';
import { startReadingThread } from './record-reading.js';

let folder: string;
let town: City;
let means: ReadingThreadData;
let fromTheTown: readonly UnreadRecord[];
let opened: RecordReading[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiliu-reading-'));
  const configDir = join(projectRoot(), 'config', 'demo');
  const dropDir = join(folder, 'drop');
  town = new City(completeOptions({ port: 0, seed: 3, matters: 60, overSeconds: 0.1, mischief: 0.3, configDir, dropDir }));
  const config = loadConfig({ CITY_URL: await town.open(), CITY_DROP_DIR: dropDir, HUB_DATA_DIR: folder });
  const { platforms, reference } = openCity(config);
  const { mappings, grids, matching } = reference;
  means = { platforms, reference: { mappings, grids, siblings: matching.siblings }, vaultKeys: await loadKeyRing(folder) };
  fromTheTown = await everythingPulled(config.city.url);
});

afterEach(async () => {
  for (const reading of opened) await reading.close?.();
  opened = [];
});

afterAll(async () => {
  await town.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the city's three platforms that are pulled have to say. */
async function everythingPulled(cityUrl: string): Promise<UnreadRecord[]> {
  const pending = async () => ((await (await fetch(`${cityUrl}/truth/summary`)).json()) as { pending: number }).pending;
  await until(async () => (await pending()) === 0, 20_000, 'the city publishing everything');
  const found: UnreadRecord[] = [];
  for (const name of ['hotline', 'portal', 'urban']) {
    const row = means.platforms.find(({ id }) => id === name)!;
    const adapter = createAdapter(row.kind, row.settings);
    for await (const { records } of adapter.pull!(undefined, AbortSignal.timeout(20_000)))
      found.push(...records.map(({ bytes }, index) => unread(`${name}-${found.length + index}`, bytes, name)));
  }
  return found;
}

const unread = (id: string, bytes: Uint8Array, platform = 'hotline'): UnreadRecord => ({
  reportId: as(id),
  platform: as<PlatformId>(platform),
  externalId: as(id),
  isSealed: false,
  receivedAt: new Date(Date.now() + 3_600_000),
  bytes,
});

function reader(vaultKeys: VaultKeys = means.vaultKeys): RecordReader {
  const adapters = new Map(means.platforms.map(({ id, kind, settings }) => [id, createAdapter(kind, settings)]));
  return new RecordReader((id) => adapters.get(id), readingSeals(vaultKeys), means.reference);
}

/** Stands for the thread that must not have to read. */
class MustNotRead extends RecordReading {
  readAll(): Promise<never> {
    return Promise.reject(new Error('the thread did not read'));
  }
}

function apart(start: () => Worker, here: RecordReading, told: string[] = []): ReadApart {
  const reading = new ReadApart(here, {
    start,
    from: 1,
    tell: (facts, sentence) => told.push(`${sentence}: ${facts['reason']}`),
  });
  opened.push(reading);
  return reading;
}

const READERS = [
  { name: 'in this thread', open: (): RecordReading => new ReadHere(reader()) },
  { name: 'in a thread of its own', open: (): RecordReading => apart(() => startReadingThread(means), new MustNotRead()) },
];

describe.each(READERS)('records read $name', ({ open }) => {
  it('are one reading each, in their order', async () => {
    const readings = await open().readAll([
      unread('r1', anOrder('20261120000001', { callTime: '2025-11-20 09:00:00', updateTime: '2025-11-20 09:30:00' })),
      unread('r2', anOrder('20261120000002', { updateTime: '2025-11-20 09:30:00', delFlag: '1' })),
      unread('r3', Buffer.from('{"orderNum": "20261120000003", "orderTi')),
      unread('r4', anOrder('20261120000004'), 'nobody'),
    ]);

    expect(readings[0]).toMatchObject({
      kind: 'report',
      report: {
        id: 'r1',
        platform: 'hotline',
        externalId: '20261120000001',
        reportedAt: new Date('2025-11-20T01:00:00Z'),
        title: '路灯不亮',
        place: { street: '云岚街道' },
      },
      text: { places: ['帆影路', '帆影路1号'] },
      isEcho: false,
    });
    expect(readings.slice(1)).toEqual([
      { kind: 'withdrawal', at: new Date('2025-11-20T01:30:00Z') },
      { kind: 'rejected', faults: [{ field: '', message: '无法解析为一条记录' }] },
      { kind: 'rejected', faults: [{ field: 'platform', message: 'nobody is not configured' }] },
    ]);
  });

  it('are the same reports, keys and refusals, and the vault opens what was sealed', async () => {
    const readings = await open().readAll(fromTheTown);

    expect(readings.length).toBeGreaterThan(60);
    expect(new Set(readings.map(({ kind }) => kind))).toContain('report');
    expect(readings.map(opening)).toEqual(fromTheTown.map((record) => opening(reader().read(record))));
  });
});

/** A reading with its reporter in clear text: no two seals of one reporter are alike. */
function opening(reading: Reading): unknown {
  if (reading.kind !== 'report' || !reading.report.sealedReporter) return reading;
  const { sealedReporter, ...report } = reading.report;
  return { ...reading, report, reporter: new SealingVault(means.vaultKeys).open(sealedReporter, report) };
}

it('a record that makes the reader throw throws the same, whoever reads', async () => {
  const vaultKeys = { ...means.vaultKeys, ring: { active: 'gone', keys: {} } };
  const told: string[] = [];
  const here = new ReadHere(reader(vaultKeys));
  const reading = apart(() => startReadingThread({ ...means, vaultKeys }), here, told);
  const message = 'the key ring has no key "gone"';

  await expect(here.readAll([unread('r1', anOrder('20261120000001'))])).rejects.toThrow(message);
  await expect(reading.readAll([unread('r1', anOrder('20261120000001'))])).rejects.toThrow(message);
  expect(told).toEqual([]);
});

describe('a reading thread', () => {
  it('that is killed in the middle loses nothing, and the next batch starts another', async () => {
    const threads: Worker[] = [];
    const start = (): Worker => (threads[threads.length] = startReadingThread(means));
    const told: string[] = [];
    const reading = apart(start, new ReadHere(reader()), told);
    await reading.readAll(fromTheTown.slice(0, 1));

    const batches = [reading.readAll(fromTheTown), reading.readAll(fromTheTown.slice(0, 20))];
    await threads[0].terminate();
    const [all, twenty] = await Promise.all(batches);
    const again = await reading.readAll(fromTheTown);

    expect(all.map(opening)).toEqual(fromTheTown.map((record) => opening(reader().read(record))));
    expect(twenty).toHaveLength(20);
    expect(again.map(opening)).toEqual(all.map(opening));
    expect(threads).toHaveLength(2);
    expect(told).toEqual([
      'the reading thread ended, the main one reads instead; another one is started for the next batch: it ended with 1',
    ]);
  });

  it('that cannot start is said once and not tried again', async () => {
    let starts = 0;
    const told: string[] = [];
    const start = (): Worker => {
      starts += 1;
      return new Worker(join(folder, 'no-such-thread.js'));
    };
    const reading = apart(start, new ReadHere(reader()), told);

    const first = await reading.readAll(fromTheTown);
    const second = await reading.readAll(fromTheTown);

    expect([first.length, second.length, starts]).toEqual([fromTheTown.length, fromTheTown.length, 1]);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('Cannot find module');
  });

  it('is not asked for a batch that is not worth the trip', async () => {
    let starts = 0;
    const start = (): Worker => {
      starts += 1;
      return startReadingThread(means);
    };
    const reading = new ReadApart(new ReadHere(reader()), { start, from: 3, tell: () => undefined });
    opened.push(reading);

    await reading.readAll(fromTheTown.slice(0, 2));
    expect(starts).toBe(0);
    await reading.readAll(fromTheTown.slice(0, 3));
    expect(starts).toBe(1);
  });
});

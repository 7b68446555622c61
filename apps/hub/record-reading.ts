import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { HubConfig } from '#config/load-config.js';
import type { CityConfig } from '#config/load-reference.js';
import { projectRoot } from '#config/project-root.js';
import type { Platform, Platforms } from '#domain/ports/platforms.js';
import { readingSeals } from '#identity/reading-seals.js';
import type { VaultKeys } from '#identity/vault/load-key-ring.js';
import { ReadApart } from '#pipeline/reading/read-apart.js';
import { ReadHere } from '#pipeline/reading/read-here.js';
import type { RecordReading } from '#pipeline/reading/reading.js';
import { RecordReader } from '#pipeline/reading/record-reader.js';
import type { Tell } from '#pipeline/tell.js';
import type { ReadingThreadData } from './reading-thread.js';

interface Given {
  readonly config: HubConfig;
  readonly city: CityConfig;
  readonly vaultKeys: VaultKeys;
  /** Platforms beside the configured ones. */
  readonly platforms?: readonly Platform[];
}

/** Who reads this process's records: a thread of its own beside it, which however knows only what the configuration names. */
export function recordReading(given: Given, known: Platforms, tell: Tell): RecordReading {
  const { config, city, vaultKeys } = given;
  const { mappings, grids, matching } = city.reference;
  const reference = { mappings, grids, siblings: matching.siblings };
  const here = new ReadHere(new RecordReader((id) => known.find(id)?.adapter, readingSeals(vaultKeys), reference));
  const from = config.flow.readApartFrom;
  if (from === 0 || given.platforms !== undefined) return here;
  const start = (): Worker => startReadingThread({ platforms: city.platforms, vaultKeys, reference });
  return new ReadApart(here, { start, from, tell });
}

/** Starts apps/hub/reading-thread.ts as it was built. */
export const startReadingThread = (workerData: ReadingThreadData): Worker =>
  new Worker(join(projectRoot(), 'dist', 'apps', 'hub', 'reading-thread.js'), { name: 'reading', workerData });

import { parentPort, workerData } from 'node:worker_threads';
import { createAdapter } from '#adapters/adapters.js';
import type { PlatformRow } from '#adapters/configured-platforms.js';
import { readingSeals } from '#identity/reading-seals.js';
import type { VaultKeys } from '#identity/vault/load-key-ring.js';
import type { UnreadRecord } from '#pipeline/reading/reading.js';
import type { ReadingReference } from '#pipeline/reading/record-reader.js';
import { RecordReader } from '#pipeline/reading/record-reader.js';
import type { ThreadAnswer } from '#pipeline/reading/thread-line.js';

/** What the thread is given: the values its process was started with, so that both read alike whatever the files say by now. */
export interface ReadingThreadData {
  readonly platforms: readonly PlatformRow[];
  readonly vaultKeys: VaultKeys;
  readonly reference: ReadingReference;
}

const { platforms, vaultKeys, reference } = workerData as ReadingThreadData;
const enabled = platforms.filter((row) => row.enabled);
const adapters = new Map(enabled.map(({ id, kind, settings }) => [id, createAdapter(kind, settings)]));
const reader = new RecordReader((id) => adapters.get(id), readingSeals(vaultKeys), reference);

/** What throws here throws again in the thread that asked, which knows what to do about it. */
function answer(records: readonly UnreadRecord[]): ThreadAnswer {
  try {
    return records.map((record) => reader.read(record));
  } catch {
    return undefined;
  }
}

parentPort?.on('message', (records: readonly UnreadRecord[]) => parentPort?.postMessage(answer(records)));

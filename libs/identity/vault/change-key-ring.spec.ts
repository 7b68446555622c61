import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { addActiveKey, dropKeys } from './change-key-ring.js';
import { loadKeyRing } from './load-key-ring.js';
import { keyIdOf, open, seal } from './vault.js';

let dir: string;
beforeEach(async () => (dir = await mkdtemp(join(tmpdir(), 'vault-'))));
afterEach(() => rm(dir, { recursive: true }));

it('a key that is added seals from now on, and a process that read the file before opens its seals as well', async () => {
  const before = await loadKeyRing(dir);
  const old = seal('甲', before.ring, 'o');
  const id = await addActiveKey(dir);
  const after = await loadKeyRing(dir);

  const fresh = seal('乙', after.ring, 'o');
  expect([keyIdOf(old), keyIdOf(fresh)]).toEqual([before.ring.active, id]);
  expect(open(fresh, before.ring, 'o')).toEqual({ kind: 'opened', bytes: Buffer.from('乙') });
  expect(open(old, after.ring, 'o')).toEqual({ kind: 'opened', bytes: Buffer.from('甲') });
  expect(after.phonePepper).toEqual(before.phonePepper);
  expect(((await stat(join(dir, 'vault.key'))).mode & 0o777).toString(8)).toBe('600');
});

it('a key that is dropped opens nothing any more, and the active one stays whoever asks', async () => {
  const before = await loadKeyRing(dir);
  const old = seal('甲', before.ring, 'o');
  const id = await addActiveKey(dir);
  await dropKeys(dir, [before.ring.active, id]);

  const { ring } = await loadKeyRing(dir);
  expect(Object.keys(ring.keys)).toEqual([id]);
  expect(open(old, ring, 'o')).toEqual({ kind: 'refused', reason: 'unknown-key' });
  expect(await readdir(dir)).toEqual(['vault.key']);
});

import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OperatorError } from '#domain/errors.js';
import { loadKeyRing } from './load-key-ring.js';
import { open, seal } from './vault.js';

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'vault-'));
});

afterEach(() => rm(dir, { recursive: true }));

const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);

describe('the key file', () => {
  it('is made at the first start, for its owner alone, and read at the next', async () => {
    const first = await loadKeyRing(join(dir, 'data'));
    const second = await loadKeyRing(join(dir, 'data'));
    expect(second).toEqual(first);
    expect(open(seal('王小明', first.ring, ''), second.ring, '')).toMatchObject({ kind: 'opened' });
    expect(await modeOf(join(dir, 'data', 'vault.key'))).toBe('600');
    expect(await readdir(join(dir, 'data'))).toEqual(['vault.key']);
  });

  it('is the same for all processes that start together', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => loadKeyRing(dir)));
    expect(new Set(all.map((keys) => keys.ring.active)).size).toBe(1);
    expect(await readdir(dir)).toEqual(['vault.key']);
  });

  it('gets its mode back', async () => {
    await loadKeyRing(dir);
    await chmod(join(dir, 'vault.key'), 0o644);
    await loadKeyRing(dir);
    expect(await modeOf(join(dir, 'vault.key'))).toBe('600');
  });

  it.each([
    ['empty', ''],
    ['no JSON', 'active: k1'],
    ['null', 'null'],
    ['without keys', '{"active":"k1"}'],
    ['without its active key', `{"active":"k2","keys":{"k1":"${'A'.repeat(43)}="},"phonePepper":"${'A'.repeat(43)}="}`],
    ['with a short key', `{"active":"k1","keys":{"k1":"AAAA"},"phonePepper":"${'A'.repeat(43)}="}`],
  ])('asks for an operator when it is %s', async (_, text) => {
    await writeFile(join(dir, 'vault.key'), text);
    await expect(loadKeyRing(dir)).rejects.toThrow(OperatorError);
  });
});

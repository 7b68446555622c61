import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyFile } from './key-file.js';
import { freshKey, parseKeyFile } from './key-file.js';

/** Adds a fresh key to `vault.key` and makes it the active one; the others stay, for what they have sealed. Returns its id. */
export async function addActiveKey(dir: string): Promise<string> {
  const { id, secret } = freshKey();
  await change(dir, (file) => ({ ...file, active: id, keys: { ...file.keys, [id]: secret } }));
  return id;
}

/** Takes keys that no seal needs out of `vault.key`; never the active one. */
export async function dropKeys(dir: string, ids: readonly string[]): Promise<void> {
  await change(dir, (file) => ({
    ...file,
    keys: Object.fromEntries(Object.entries(file.keys).filter(([id]) => id === file.active || !ids.includes(id))),
  }));
}

/** Written whole beside it and renamed: whoever reads meanwhile has the old file or the new one. */
async function change(dir: string, by: (file: KeyFile) => KeyFile): Promise<void> {
  const path = join(dir, 'vault.key');
  const text = await readFile(path, 'utf8');
  parseKeyFile(text, path);
  const draft = `${path}.${freshKey().id}`;
  await writeFile(draft, JSON.stringify(by(JSON.parse(text) as KeyFile), undefined, 2) + '\n', { mode: 0o600, flag: 'wx' });
  await rename(draft, path);
}

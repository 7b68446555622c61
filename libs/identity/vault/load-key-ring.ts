import { chmod, link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError } from '#domain/errors.js';
import type { KeyFile, VaultKeys } from './key-file.js';
import { freshKey, parseKeyFile } from './key-file.js';

export type { VaultKeys } from './key-file.js';

/** Reads `vault.key` in a data folder, and makes it first when there is none. Whoever loses the file loses the names. */
export async function loadKeyRing(dir: string): Promise<VaultKeys> {
  const path = join(dir, 'vault.key');
  const text = (await readIfThere(path)) ?? (await create(dir, path));
  await closeToOthers(path);
  return parseKeyFile(text, path);
}

/** A file that came back from a backup has often lost its mode. */
async function closeToOthers(path: string): Promise<void> {
  if (((await stat(path)).mode & 0o077) === 0) return;
  try {
    await chmod(path, 0o600);
  } catch (error) {
    throw new OperatorError('CONFIG_INVALID', `${path} is open to others and its mode cannot be changed`, { cause: error });
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new OperatorError('CONFIG_INVALID', `${path} cannot be read`, { cause: error });
  }
}

/** Written whole and then linked into place: of two processes that start together, one wins and both read the same keys. */
async function create(dir: string, path: string): Promise<string> {
  const { id, secret } = freshKey();
  const file: KeyFile = { active: id, keys: { [id]: secret }, phonePepper: freshKey().secret };
  const draft = `${path}.${id}`;
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await writeFile(draft, JSON.stringify(file, undefined, 2) + '\n', { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
  return readFile(path, 'utf8');
}

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { at } from './paths.mjs';

/** All files below the folders (or the files themselves), relative to the project, sorted; absent ones left out. */
export function filesBelow(paths, wanted = () => true) {
  return paths
    .filter((path) => existsSync(at(path)))
    .flatMap((path) => (statSync(at(path)).isDirectory() ? walk(path) : [path]))
    .filter(wanted)
    .sort();
}

/** Changes whenever a file is added, removed or written; reads no content, so it costs milliseconds. */
export function stampOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const { mtimeMs, size } = statSync(at(file));
    hash.update(`${file}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}

export function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function walk(folder) {
  return readdirSync(at(folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules') return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}

import 'reflect-metadata';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '#domain/errors.js';
import type { CategoryCode } from '#domain/ids.js';
import { ConfigInvalidError, type ConfigFault } from './config-fault.js';
import { readImportMapping, type ImportMapping } from './files/import-mapping.file.js';
import { YamlFile } from './files/yaml-file.js';
import { SHIPPED } from './shipped.js';

export type { ImportMapping } from './files/import-mapping.file.js';

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** The mapping of a name: the city's own, or else one that comes with the hub. Throws every fault of the file at once. */
export function loadImportMapping(name: string, dir: string, categories: ReadonlyMap<CategoryCode, unknown>): ImportMapping {
  const file = join('imports', `${name}.yaml`);
  const home = NAME.test(name) ? [dir, SHIPPED].find((folder) => existsSync(join(folder, file))) : undefined;
  if (home === undefined) {
    const known = [...new Set([...namesIn(dir), ...namesIn(SHIPPED)])].sort().join(', ');
    throw new OperatorError('IMPORT_FILE_UNREADABLE', `there is no mapping ${name}: the mappings are ${known || '(none)'}`);
  }
  const faults: ConfigFault[] = [];
  // what comes with the hub speaks of the demo city's categories; another city need not have them all
  const mapping = readImportMapping(new YamlFile(home, file, faults), categories, home === SHIPPED ? 'pass' : 'refuse');
  if (faults.length > 0 || !mapping) throw new ConfigInvalidError(faults, home);
  return mapping;
}

function namesIn(dir: string): string[] {
  const folder = join(dir, 'imports');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => (name.endsWith('.yaml') ? [name.slice(0, -'.yaml'.length)] : []));
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, from source as well as from the build. */
export function projectRoot(from = dirname(fileURLToPath(import.meta.url))): string {
  const above = dirname(from);
  return existsSync(join(from, 'package.json')) || above === from ? from : projectRoot(above);
}

import type { CategoryCode } from '../ids.js';
import { UNCLASSIFIED, type SourceCategory } from '../report/report.js';
import type { CategoryMappings } from './reference.js';

/** One spelling of a code or name of a foreign code system: full-width forms and stray blanks make no difference. */
export const normaliseForeignCode = (code: string): string => code.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();

/** The internal category of a platform's own code or, where the platform codes by name, name; `UNCLASSIFIED` when no table knows it. */
export function findCategory(mappings: CategoryMappings, source: SourceCategory | undefined): CategoryCode {
  const table = source && mappings.get(source.system);
  if (!table) return UNCLASSIFIED;
  for (const key of [source.code, source.name]) {
    const found = key === undefined ? undefined : (table.get(key) ?? table.get(normaliseForeignCode(key)));
    if (found) return found;
  }
  return UNCLASSIFIED;
}

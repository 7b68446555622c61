import { IsNotEmpty, IsString } from 'class-validator';
import { as, type CategoryCode } from '#domain/ids.js';
import { normaliseForeignCode } from '#domain/reference/find-category.js';
import type { Category, CategoryMappings } from '#domain/reference/reference.js';
import { IsRecordOf } from './constraints.js';
import { readFile } from './read-file.js';
import type { YamlFile } from './yaml-file.js';

class MappingFile {
  @IsString()
  @IsNotEmpty()
  system: string;

  @IsRecordOf('string')
  codes: Record<string, string>;
}

/** Reads the files of `mappings/`, one a code system and version. */
export function readMappings(files: readonly YamlFile[], categories: ReadonlyMap<CategoryCode, Category>): CategoryMappings {
  const mappings = new Map<string, ReadonlyMap<string, CategoryCode>>();
  for (const file of files) {
    const content = readFile(file, MappingFile);
    if (!content) continue;
    if (mappings.has(content.system)) file.fault(['system'], `another file holds ${content.system} already`);
    const codes = new Map<string, CategoryCode>();
    for (const [foreign, ours] of Object.entries(content.codes)) {
      const code = as<CategoryCode>(ours);
      if (categories.size > 0 && !categories.has(code)) file.fault(['codes', foreign], `there is no category ${ours}`);
      const spelling = normaliseForeignCode(foreign);
      const other = codes.get(spelling);
      if (other !== undefined && other !== code)
        file.fault(['codes', foreign], `${foreign} is ${other} already: a code has one meaning`);
      codes.set(foreign, code);
      codes.set(spelling, code);
    }
    mappings.set(content.system, codes);
  }
  return mappings;
}

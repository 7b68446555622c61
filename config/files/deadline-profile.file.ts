import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsOptional, ValidateNested } from 'class-validator';
import type { DeadlineRule } from '#domain/deadline/deadline-policy.js';
import { RuleLine, toRule } from './deadline-rules.js';
import type { KnownNames } from './known-names.js';
import { readFile } from './read-file.js';
import type { YamlFile } from './yaml-file.js';

class ProfileFile {
  @IsOptional()
  @IsBoolean()
  itemLimits?: boolean;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RuleLine)
  rules: RuleLine[];
}

/** The rules many cities share, as a standard or an ordinance has them. */
export interface DeadlineProfile {
  readonly rules: readonly DeadlineRule[];
  readonly itemLimits?: boolean;
}

/** Reads a file of `profiles/`; `undefined` when it has faults. */
export function readDeadlineProfile(file: YamlFile, known: KnownNames): DeadlineProfile | undefined {
  const content = readFile(file, ProfileFile);
  content?.rules.forEach((rule, index) => known.category(file, ['rules', index, 'category'], rule.category));
  return content && { itemLimits: content.itemLimits, rules: content.rules.map((line) => toRule(line)) };
}

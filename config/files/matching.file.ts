import { IsNumber, IsOptional } from 'class-validator';
import { as, type CategoryCode } from '#domain/ids.js';
import { SIGNALS, type MatchingPolicy } from '#domain/matching/matching-policy.js';
import type { Category } from '#domain/reference/reference.js';
import { IsRecordOf } from './constraints.js';
import type { KnownNames } from './known-names.js';
import { readFile } from './read-file.js';
import type { YamlFile } from './yaml-file.js';

class MatchingFile {
  @IsNumber()
  attachFrom: number;

  @IsNumber()
  suggestFrom: number;

  @IsRecordOf('number')
  weights: Record<string, number>;

  @IsOptional()
  @IsRecordOf('number')
  unsorted?: Record<string, number>;

  @IsRecordOf('number')
  nearMetres: Record<string, number>;

  @IsRecordOf('number')
  windowDays: Record<string, number>;
}

type PerCategory = ReadonlyMap<CategoryCode | 'default', number>;

const isSignal = (name: string): boolean => (SIGNALS as readonly string[]).includes(name);

const perCategory = (values: Record<string, number>): PerCategory =>
  new Map(Object.entries(values).map(([code, value]) => [as<CategoryCode>(code), value]));

/** Reads `matching.yaml`; the siblings come from the categories. */
export function readMatching(file: YamlFile, known: KnownNames, categories: ReadonlyMap<CategoryCode, Category>): MatchingPolicy {
  const siblings = new Map([...categories].map(([code, category]) => [code, category.siblings]));
  const content = readFile(file, MatchingFile);
  if (!content) return { attachFrom: 0, suggestFrom: 0, weights: {}, nearMetres: new Map(), windowDays: new Map(), siblings };
  if (content.suggestFrom > content.attachFrom)
    file.fault(['suggestFrom'], 'must not be above attachFrom: whoever is attached is not asked about');
  for (const key of ['nearMetres', 'windowDays'] as const) {
    if (content[key].default === undefined) file.fault([key], 'needs a default for the categories that are not named');
    for (const code of Object.keys(content[key])) if (code !== 'default') known.category(file, [key, code], code);
  }
  const { attachFrom, suggestFrom, weights, unsorted, nearMetres, windowDays } = content;
  for (const [key, named] of [
    ['weights', weights],
    ['unsorted', unsorted ?? {}],
  ] as const)
    for (const signal of Object.keys(named))
      if (!isSignal(signal)) file.faultKey([key, signal], `is no signal; the signals are ${SIGNALS.join(', ')}`);
  return {
    attachFrom,
    suggestFrom,
    weights,
    unsorted: { ...weights, ...unsorted },
    nearMetres: perCategory(nearMetres),
    windowDays: perCategory(windowDays),
    siblings,
  };
}

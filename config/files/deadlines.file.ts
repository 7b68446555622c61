import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsNotEmpty, IsNumber, IsOptional, IsString, Max, Min, ValidateNested } from 'class-validator';
import type { DeadlinePolicy, DeadlineRule, ItemLimit } from '#domain/deadline/deadline-policy.js';
import { USUAL_STAGES } from '#domain/deadline/stage-policy.js';
import type { CategoryCode } from '#domain/ids.js';
import { readDeadlineProfile, type DeadlineProfile } from './deadline-profile.file.js';
import { holdsForTheRest, RuleLine, toRule } from './deadline-rules.js';
import type { KnownNames } from './known-names.js';
import { readFile } from './read-file.js';
import { checkStageOrder } from './stage-order.js';
import { StagesLine, toStages } from './stages.file.js';
import type { YamlFile } from './yaml-file.js';

class DeadlinesFile {
  @IsString()
  @IsNotEmpty()
  profile: string;

  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  warnAtShare?: number;

  @IsOptional()
  @IsBoolean()
  itemLimits?: boolean;

  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RuleLine)
  rules?: RuleLine[];

  @IsOptional()
  @ValidateNested()
  @Type(() => StagesLine)
  stages?: StagesLine;
}

/** What `deadlines.yaml` builds on. */
export interface DeadlineSources {
  readonly known: KnownNames;
  /** Opens a profile by its name. */
  readonly profiles: ReadonlyMap<string, () => YamlFile>;
  /** The resolve limits of the duty list. */
  readonly itemLimits: ReadonlyMap<CategoryCode, ItemLimit>;
}

/** The name of no profile: the city's rules are all there is. */
const OWN = 'own';
const USUAL_WARNING = 0.8;
const BY_THE_CITY = '本市';

/** Reads `deadlines.yaml`; the city's rules stand before those of its profile. */
export function readDeadlines(file: YamlFile, { known, profiles, itemLimits }: DeadlineSources): DeadlinePolicy {
  const content = readFile(file, DeadlinesFile);
  const profile = findProfile(file, profiles, known);
  checkStageOrder(file);
  const rules = [...ownRules(file, content, known), ...(profile?.rules ?? [])];
  if (!content || !profile) return { profile: '', warnAtShare: 1, rules, stages: USUAL_STAGES };
  if (!rules.some(holdsForTheRest))
    file.fault(['rules'], 'no rule without category, nature and urgency limits resolve: add one, it is what holds for the rest');
  const countsByItems = content.itemLimits ?? profile.itemLimits ?? true;
  return {
    profile: content.profile,
    warnAtShare: content.warnAtShare ?? USUAL_WARNING,
    rules,
    ...(countsByItems ? { itemLimits } : {}),
    stages: toStages(content.stages),
  };
}

function ownRules(file: YamlFile, content: DeadlinesFile | undefined, known: KnownNames): DeadlineRule[] {
  return (content?.rules ?? []).map((line, index) => {
    known.category(file, ['rules', index, 'category'], line.category);
    return toRule(line, BY_THE_CITY);
  });
}

/** The profile a file names, also one that has faults elsewhere; `undefined` where it names none that can be read. */
function findProfile(file: YamlFile, profiles: DeadlineSources['profiles'], known: KnownNames): DeadlineProfile | undefined {
  const { profile: name } = (file.content ?? {}) as { readonly profile?: unknown };
  if (typeof name !== 'string' || name === '') return undefined;
  if (name === OWN) return { rules: [] };
  const open = profiles.get(name);
  if (open) return readDeadlineProfile(open(), known);
  file.fault(['profile'], `there is no profile ${name}: the profiles are ${[...profiles.keys(), OWN].join(', ')}`);
  return undefined;
}

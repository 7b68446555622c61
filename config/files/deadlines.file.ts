import { Type } from 'class-transformer';
import { IsArray, IsIn, IsNotEmpty, IsNumber, IsOptional, IsString, Matches, Max, Min, ValidateNested } from 'class-validator';
import { CLOCKS, type ClockKind, type DeadlinePolicy, type TimeLimit } from '#domain/deadline/deadline-policy.js';
import { as, type CategoryCode } from '#domain/ids.js';
import { NATURES, URGENCIES, type Nature, type Urgency } from '#domain/report/report.js';
import type { KnownNames } from './known-names.js';
import { LIMIT_PATTERN, readLimit } from './limit-text.js';
import { readFile } from './read-file.js';
import type { YamlFile } from './yaml-file.js';

const IsLimit = (): PropertyDecorator =>
  Matches(LIMIT_PATTERN, {
    message:
      "$property must be an amount and a unit (urgent-hour, working-hour, working-day, natural-day), e.g. '4 working-hour'",
  });

class LimitsLine implements Partial<Record<ClockKind, string>> {
  @IsOptional()
  @IsLimit()
  accept?: string;

  @IsOptional()
  @IsLimit()
  dispatch?: string;

  @IsOptional()
  @IsLimit()
  sign?: string;

  @IsOptional()
  @IsLimit()
  'first-contact'?: string;

  @IsOptional()
  @IsLimit()
  resolve?: string;
}

class RuleLine {
  @IsOptional()
  @IsString()
  category?: string;

  @IsOptional()
  @IsIn(NATURES)
  nature?: Nature;

  @IsOptional()
  @IsIn(URGENCIES)
  urgency?: Urgency;

  @ValidateNested()
  @Type(() => LimitsLine)
  @IsNotEmpty()
  limits: LimitsLine;
}

class DeadlinesFile {
  @IsString()
  @IsNotEmpty()
  profile: string;

  @IsNumber()
  @Min(0)
  @Max(1)
  warnAtShare: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RuleLine)
  rules: RuleLine[];
}

function toLimits(line: LimitsLine): Partial<Record<ClockKind, TimeLimit>> {
  const limits: Partial<Record<ClockKind, TimeLimit>> = {};
  for (const clock of CLOCKS) {
    const limit = readLimit(line[clock] ?? '');
    if (limit) limits[clock] = limit;
  }
  return limits;
}

/** Reads `deadlines.yaml`. */
export function readDeadlines(file: YamlFile, known: KnownNames): DeadlinePolicy {
  const content = readFile(file, DeadlinesFile);
  if (!content) return { profile: '', warnAtShare: 1, rules: [] };
  content.rules.forEach((rule, index) => known.category(file, ['rules', index, 'category'], rule.category));
  if (!content.rules.some((rule) => !rule.category && !rule.nature && !rule.urgency && rule.limits.resolve)) {
    file.fault(['rules'], 'no rule without category, nature and urgency limits resolve: add one, it is what holds for the rest');
  }
  const rules = content.rules.map(({ category, nature, urgency, limits }) => ({
    ...(category === undefined ? {} : { category: as<CategoryCode>(category) }),
    ...(nature === undefined ? {} : { nature }),
    ...(urgency === undefined ? {} : { urgency }),
    limits: toLimits(limits),
  }));
  return { profile: content.profile, warnAtShare: content.warnAtShare, rules };
}

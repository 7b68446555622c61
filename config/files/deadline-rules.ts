import { Type } from 'class-transformer';
import { IsIn, IsNotEmpty, IsOptional, IsString, ValidateNested } from 'class-validator';
import { CLOCKS, type ClockKind, type DeadlineRule, type TimeLimit } from '#domain/deadline/deadline-policy.js';
import { as, type CategoryCode } from '#domain/ids.js';
import { NATURES, URGENCIES, type Nature, type Urgency } from '#domain/report/report.js';
import { IsOptionalLimit, readLimit } from './limit-text.js';

class LimitsLine implements Partial<Record<ClockKind, string>> {
  @IsOptionalLimit()
  accept?: string;

  @IsOptionalLimit()
  dispatch?: string;

  @IsOptionalLimit()
  sign?: string;

  @IsOptionalLimit()
  'first-contact'?: string;

  @IsOptionalLimit()
  resolve?: string;
}

/** One rule as `deadlines.yaml` and the profiles write it. */
export class RuleLine {
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

function toLimits(line: LimitsLine): Partial<Record<ClockKind, TimeLimit>> {
  const limits: Partial<Record<ClockKind, TimeLimit>> = {};
  for (const clock of CLOCKS) {
    const limit = readLimit(line[clock] ?? '');
    if (limit) limits[clock] = limit;
  }
  return limits;
}

/** The rule a line says; `origin` names for a person who wrote it. */
export function toRule({ category, nature, urgency, limits }: RuleLine, origin?: string): DeadlineRule {
  return {
    ...(category === undefined ? {} : { category: as<CategoryCode>(category) }),
    ...(nature === undefined ? {} : { nature }),
    ...(urgency === undefined ? {} : { urgency }),
    limits: toLimits(limits),
    ...(origin === undefined ? {} : { origin }),
  };
}

/** Whether a rule holds for every case and says until when it must be resolved. */
export const holdsForTheRest = ({ category, nature, urgency, limits }: DeadlineRule): boolean =>
  category === undefined && nature === undefined && urgency === undefined && limits.resolve !== undefined;

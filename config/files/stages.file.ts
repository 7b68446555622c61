import { Type } from 'class-transformer';
import { IsArray, IsIn, IsNumber, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import type { TimeLimit } from '#domain/deadline/deadline-policy.js';
import {
  SUPERVISION_LEVELS,
  USUAL_STAGES,
  WHISTLE_KINDS,
  type StagePolicy,
  type SupervisionLevel,
  type WhistleKind,
} from '#domain/deadline/stage-policy.js';
import { IsLimit, IsOptionalLimit, readLimit } from './limit-text.js';

class WhistleLine implements Partial<Record<WhistleKind, string>> {
  @IsOptionalLimit()
  daily?: string;

  @IsOptionalLimit()
  tough?: string;

  @IsOptionalLimit()
  emergency?: string;
}

class LookBackLine {
  @IsOptional()
  @IsArray()
  @IsLimit({ each: true })
  after?: string[];

  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  share?: number;
}

class RungLine {
  @IsIn(SUPERVISION_LEVELS)
  level: SupervisionLevel;

  @IsLimit()
  after: string;
}

const SINGLE_LIMITS = ['check', 'decide', 'answer', 'dispatch', 'sign', 'rework', 'claim'] as const;

/** `stages:` of `deadlines.yaml`; what is absent is as usual. */
export class StagesLine implements Partial<Record<(typeof SINGLE_LIMITS)[number], string>> {
  @IsOptionalLimit()
  check?: string;

  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  checkShare?: number;

  @IsOptionalLimit()
  decide?: string;

  @IsOptionalLimit()
  answer?: string;

  @IsOptionalLimit()
  dispatch?: string;

  @IsOptionalLimit()
  sign?: string;

  @IsOptionalLimit()
  rework?: string;

  @IsOptionalLimit()
  claim?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => WhistleLine)
  whistle?: WhistleLine;

  @IsOptional()
  @ValidateNested()
  @Type(() => LookBackLine)
  lookBack?: LookBackLine;

  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RungLine)
  ladder?: RungLine[];
}

/** The limits of `keys` that a section names, beside the usual ones. */
function limitsOf<K extends string>(
  keys: readonly K[],
  line: { readonly [key in K]?: string } | null | undefined,
  usual: Readonly<Record<K, TimeLimit>>,
): Record<K, TimeLimit> {
  const pairs = keys.map((key) => [key, readLimit(line?.[key] ?? '') ?? usual[key]] as const);
  return Object.fromEntries(pairs) as Record<K, TimeLimit>;
}

const listOf = (texts: readonly string[]): TimeLimit[] => texts.flatMap((text) => readLimit(text) ?? []);

/** The stages of a section without faults; a key that is absent or empty stays as usual. */
export function toStages(line: StagesLine | null | undefined): StagePolicy {
  const { checkShare, whistle, lookBack, ladder } = line ?? {};
  return {
    ...limitsOf(SINGLE_LIMITS, line, USUAL_STAGES),
    checkShare: checkShare ?? USUAL_STAGES.checkShare,
    whistle: limitsOf(WHISTLE_KINDS, whistle, USUAL_STAGES.whistle),
    lookBack: {
      after: lookBack?.after ? listOf(lookBack.after) : USUAL_STAGES.lookBack.after,
      share: lookBack?.share ?? USUAL_STAGES.lookBack.share,
    },
    ladder: ladder
      ? ladder.flatMap(({ level, after }) => listOf([after]).map((limit) => ({ level, after: limit })))
      : USUAL_STAGES.ladder,
  };
}

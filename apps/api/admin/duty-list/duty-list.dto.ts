import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsPositive,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { DutyEdit, DutyRule } from '#domain/routing/own-duties.js';
import { PageDto } from '../page.dto.js';
import { RequestIdDto } from '../request-id.dto.js';

type What = DutyRule['what'];
const WHAT: readonly What[] = ['line', 'component-owner', 'territory', 'backstop'];
const LONGEST = 100;
const MOST_EDITS = 2_000;
const MOST_VERSIONS = 2 ** 31;
/** What PostgreSQL cannot keep, or nobody can see, is in no name. */
const PLAIN = /^\P{C}+$/u;
const WITHOUT_NUL = /^[^\0]*$/u;

/** A name that rules of these kinds need; of others it is checked when it is there. */
const NeededBy =
  (...kinds: readonly What[]): PropertyDecorator =>
  (target, property) => {
    ValidateIf((rule: DutyRuleDto, value: unknown) => value !== undefined || kinds.includes(rule.what))(target, property);
    IsString()(target, property as string);
    Matches(PLAIN, { message: '$property must be a name without control characters' })(target, property as string);
    MaxLength(LONGEST)(target, property as string);
  };

/** Which lines of the live duty list are wanted. */
export class DutyLinesDto extends PageDto {
  /** A part of a category's code or name, of a place or of the lead's name. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  @Matches(WITHOUT_NUL)
  q?: string;

  /** Lines that hold in this street, those that hold everywhere among them. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  @Matches(WITHOUT_NUL)
  street?: string;

  /** Lines that name this department, as lead or otherwise. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  @Matches(WITHOUT_NUL)
  department?: string;
}

/** One rule; the fields that its kind does not have are overlooked. What is removed is named by the first of its fields. */
export class DutyRuleDto {
  @IsIn(WHAT)
  what: What;

  @NeededBy('line')
  category?: string;

  @NeededBy('territory')
  street?: string;

  @NeededBy()
  community?: string;

  @NeededBy()
  lead?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @MaxLength(LONGEST, { each: true })
  @Matches(PLAIN, { each: true })
  @IsString({ each: true })
  coHandlers?: string[];

  @NeededBy()
  supervisor?: string;

  @NeededBy('component-owner')
  prefix?: string;

  @NeededBy()
  owner?: string;

  @NeededBy()
  office?: string;

  @NeededBy()
  department?: string;
}

export class DutyEditDto {
  @IsIn(['put', 'remove'])
  op: DutyEdit['op'];

  @IsDefined()
  @ValidateNested()
  @Type(() => DutyRuleDto)
  rule: DutyRuleDto;
}

class EditsDto extends RequestIdDto {
  @IsArray()
  @ArrayMaxSize(MOST_EDITS)
  @ValidateNested({ each: true })
  @Type(() => DutyEditDto)
  edits: DutyEditDto[];
}

/** A new draft over the version that is live. */
export class NewDraftDto extends EditsDto {
  override edits: DutyEditDto[] = [];
}

/** More edits of a draft that is still as the editor read it. */
export class DraftEditsDto extends EditsDto {
  /** The draft's own. */
  @Type(() => Number)
  @IsInt()
  @IsPositive()
  @Max(MOST_VERSIONS)
  version: number;
}

export class DraftVersionDto extends RequestIdDto {
  /** The draft's own. */
  @Type(() => Number)
  @IsInt()
  @IsPositive()
  @Max(MOST_VERSIONS)
  version: number;
}

/** How many of the newest cases are sent through the draft. */
export class DryRunDto extends RequestIdDto {
  @IsInt()
  @Min(1)
  @Max(10_000)
  cases = 1_000;
}

export class PublishDto extends DraftVersionDto {
  @IsString()
  @IsNotEmpty()
  @Matches(WITHOUT_NUL)
  @MaxLength(1000)
  because: string;
}

/** Brings an older version back, as a new one; 0 is what the configuration folder says. */
export class RollbackDto extends RequestIdDto {
  @IsInt()
  @Min(0)
  @Max(MOST_VERSIONS)
  to: number;

  /** The version that is live, as far as the editor knows. */
  @IsInt()
  @Min(0)
  @Max(MOST_VERSIONS)
  version: number;

  @IsString()
  @IsNotEmpty()
  @Matches(WITHOUT_NUL)
  @MaxLength(1000)
  because: string;
}

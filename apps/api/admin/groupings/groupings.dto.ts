import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsPositive,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { RequestIdDto } from '../request-id.dto.js';

/** Why the grouping is changed, and which version of the case the operator has seen. */
class ChangeDto extends RequestIdDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  because: string;

  /** A case that has moved on refuses. */
  @IsOptional()
  @IsInt()
  @IsPositive()
  version?: number;
}

/** One report leaves its case. */
export class DetachDto extends ChangeDto {
  @IsUUID()
  report: string;

  /** Number of the case it goes to; a new one where this is absent. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  to?: string;
}

/** Some reports leave a case together. */
export class SplitDto extends ChangeDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @IsUUID(undefined, { each: true })
  reports: string[];
}

/** Another case goes up in this one. */
export class MergeDto extends ChangeDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  from: string;

  @IsOptional()
  @IsInt()
  @IsPositive()
  fromVersion?: number;
}

/** Names a change of the grouping. */
export class GroupingDto {
  @IsUUID()
  id: string;
}

import { IsBoolean, IsOptional, Matches } from 'class-validator';
import { RequestIdDto } from '../request-id.dto.js';

/** Names a suggestion. */
export class SuggestionDto {
  @Matches(/^\d{1,18}$/)
  id: string;
}

/** 是同一件: the two cases become one. */
export class AcceptDto extends RequestIdDto {
  /** The report alone joins the other case, even where it has company in its own. */
  @IsOptional()
  @IsBoolean()
  onlyReport?: boolean;
}

/** 不是同一件. */
export class RejectDto extends RequestIdDto {}

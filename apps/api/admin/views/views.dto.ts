import { IsBoolean, IsIn, IsObject, IsString, Length, NotContains } from 'class-validator';
import type { CaseSort } from '#storage/reading/case-sorts.js';
import { CASE_SORT_NAMES } from '#storage/reading/case-sorts.js';

/** A view as somebody keeps it. */
export class ViewDto {
  @IsString()
  @Length(1, 50)
  @NotContains('\u0000')
  name: string;

  /** Filters as the list's address has them: name → text. */
  @IsObject()
  filter: Record<string, string>;

  @IsIn(CASE_SORT_NAMES)
  sort: CaseSort;

  /** Others see it too. */
  @IsBoolean()
  shared: boolean;
}

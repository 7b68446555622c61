import { IsIn, IsOptional } from 'class-validator';
import type { CaseSort } from '#storage/reading/case-sorts.js';
import { CASE_SORT_NAMES } from '#storage/reading/case-sorts.js';
import { PageDto } from '../page.dto.js';
import { takesFilters } from './filter-rules.js';

/** Which cases are wanted, in which order; its filters are those of CASE_FILTERS, lists separated by commas. */
@takesFilters
export class CasesDto extends PageDto {
  @IsOptional()
  @IsIn(CASE_SORT_NAMES)
  sort?: CaseSort;
}

/** Which cases are counted. */
@takesFilters
export class CaseFilterDto {}

/** Which cases are written out, in which order. */
@takesFilters
export class CaseExportDto {
  @IsOptional()
  @IsIn(CASE_SORT_NAMES)
  sort?: CaseSort;
}

import { IsISO8601, IsOptional, Matches } from 'class-validator';

/** Which day's ledger is wanted; all days without one. */
export class LedgerDto {
  @IsOptional()
  @Matches(/^\d{4}-\d\d-\d\d$/)
  @IsISO8601({ strict: true })
  day?: string;
}

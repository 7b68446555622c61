import { ArrayMaxSize, ArrayMinSize, IsArray, Matches } from 'class-validator';

/** Quarantined records to read again. */
export class RetryDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @Matches(/^\d{1,18}$/, { each: true })
  ids: string[];
}

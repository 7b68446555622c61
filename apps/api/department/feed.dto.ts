import { Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** Where the feed goes on, and how much of it is wanted. */
export class FeedDto {
  /** The `next` of the page before; it says that all up to there has arrived. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(400)
  after?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 100;
}

import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

/** Two reports to compare: each by its id, by its number on its platform, or by `platform/number`. */
export class ExplainDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  a: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  b: string;
}

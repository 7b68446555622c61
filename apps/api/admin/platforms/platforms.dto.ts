import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

/** A field of a platform's records. */
export class FieldDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  path: string;
}

import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

/** Name and password of who signs in. */
export class SignInDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  password: string;
}

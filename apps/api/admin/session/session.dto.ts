import { IsNotEmpty, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';

/** The password once more, before something of one's account changes. */
export class PasswordDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  password: string;
}

/** Name and password of who signs in. */
export class SignInDto extends PasswordDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;

  /** Six digits of the second factor, or a recovery code. */
  @IsOptional()
  @IsString()
  @Length(6, 40)
  code?: string;
}

/** The old password and the new one. */
export class NewPasswordDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  current: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  next: string;
}

/** Six digits of an authenticator app. */
export class CodeDto {
  @IsString()
  @Length(6, 6)
  code: string;
}

/** What ends a second factor. */
export class RemoveFactorDto extends PasswordDto {
  /** Six digits, or a recovery code. */
  @IsString()
  @Length(6, 40)
  code: string;
}

/** Names a session. */
export class SessionDto {
  @IsUUID()
  session: string;
}

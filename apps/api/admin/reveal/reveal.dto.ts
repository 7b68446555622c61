import { IsString, IsUUID, Length, Matches } from 'class-validator';

/** A report by its id. */
export class ReportDto {
  @IsUUID()
  id: string;
}

/** Why somebody must know who the citizen is. */
export class RevealDto {
  @IsString()
  @Length(4, 200)
  @Matches(/\p{L}{2}/u, { message: 'reason must say why, in words' })
  reason: string;

  @IsString()
  @Length(8, 100)
  requestId: string;
}

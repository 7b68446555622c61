import { IsOptional, IsString, Length } from 'class-validator';

/** Names a request, so that the same one sent twice has one effect and one answer. */
export class RequestIdDto {
  @IsOptional()
  @IsString()
  @Length(8, 100)
  requestId?: string;
}

import { Type } from 'class-transformer';
import { IsDate, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageDto } from '../page.dto.js';

/** Which lines of the audit are wanted. */
export class AuditQueryDto extends PageDto {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  actor?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  action?: string;

  @IsOptional()
  @IsString()
  @MaxLength(400)
  subject?: string;

  /** From this instant on. */
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  from?: Date;

  /** Before this instant. */
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  to?: Date;
}

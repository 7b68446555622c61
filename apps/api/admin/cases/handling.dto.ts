import { IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { DepartmentCommandDto } from '../../department/department-command.dto.js';

/** What somebody of a department asks of a case that is with it. */
export class HandlingDto extends DepartmentCommandDto {
  /** Names the request, so that the same one sent twice has one effect and one answer. */
  @IsOptional()
  @IsString()
  @Length(8, 100)
  requestId?: string;

  /** For somebody of several departments: on whose behalf. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  department?: string;
}

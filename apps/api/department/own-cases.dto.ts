import { IsIn, IsOptional } from 'class-validator';
import { PageDto } from '../admin/page.dto.js';

/** Which of its cases a department wants. */
export class OwnCasesDto extends PageDto {
  @IsOptional()
  @IsIn(['open', 'closed'])
  state?: 'open' | 'closed';
}

import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

/** How much departments may lay into cases. */
export class AttachmentsConfig {
  static readonly variables = { maxBytes: 'HUB_ATTACHMENT_MAX_BYTES', perCase: 'HUB_ATTACHMENTS_PER_CASE' };

  /** Bytes of one file. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_073_741_824)
  maxBytes = 20_971_520;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  perCase = 50;
}

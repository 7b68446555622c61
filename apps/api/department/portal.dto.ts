import { IsIn, IsNumber, IsOptional, Max, Min } from 'class-validator';
import type { DeliveryState } from '#domain/delivery/delivery.js';
import { DELIVERY_STATES } from '#domain/delivery/delivery.js';
import { PageDto } from '../admin/page.dto.js';

/** Which of its messages a department wants to see. */
export class OwnDeliveriesDto extends PageDto {
  @IsOptional()
  @IsIn(DELIVERY_STATES)
  state?: DeliveryState;
}

/** How long the old secret goes on beside the new one. */
export class OwnRotationDto {
  /** 0 ends the old one at once, as after a leak. */
  @IsNumber()
  @Min(0)
  @Max(168)
  overlapHours = 24;
}

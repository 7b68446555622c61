import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { DELIVERY_STATES } from '#domain/delivery/delivery.js';
import type { DeliveryState } from '#domain/delivery/delivery.js';
import { PageDto } from '../page.dto.js';

/** Which deliveries are wanted. */
export class DeliveriesDto extends PageDto {
  @IsOptional()
  @IsIn(DELIVERY_STATES)
  state?: DeliveryState;

  @IsOptional()
  @IsIn(['webhook', 'write-back'])
  channel?: 'webhook' | 'write-back';

  @IsOptional()
  @IsString()
  @MaxLength(100)
  target?: string;
}

/** Parked deliveries to send again. */
export class ReplayDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsUUID('all', { each: true })
  ids: string[];
}

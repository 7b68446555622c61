import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsRFC3339,
  IsString,
  IsUUID,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
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

/** Deliveries by what they are; all given fields must hold. `any`: parked and confirmed ones. */
export class ReplayFilterDto {
  @IsIn(['parked', 'confirmed', 'any'])
  state: 'parked' | 'confirmed' | 'any';

  @IsOptional()
  @IsIn(['webhook', 'write-back'])
  channel?: 'webhook' | 'write-back';

  /** A department, or the platform of a write-back. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  target?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  type?: string;

  /** Owed since then; the instant carries its zone. Needed for what has arrived: nobody wants all of it again. */
  @ValidateIf(({ state, since }: ReplayFilterDto) => state !== 'parked' || since !== undefined)
  @IsRFC3339()
  since?: string;
}

/**
 * Deliveries to send again: parked ones by their ids, or all that a filter finds; confirmed ones for a department whose system has
 * lost them. Answers that citizens have are never sent again.
 */
export class ReplayDto {
  @ValidateIf(({ ids, filter }: ReplayDto) => ids !== undefined || filter === undefined)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsUUID('all', { each: true })
  ids?: string[];

  @ValidateIf(({ filter }: ReplayDto) => filter !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => ReplayFilterDto)
  filter?: ReplayFilterDto;

  /** Only counts what the filter finds. */
  @IsOptional()
  @IsBoolean()
  dryRun = false;
}

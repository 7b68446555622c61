import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
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

/** Parked deliveries by what they are; all given fields must hold. */
class ParkedFilterDto {
  @IsIn(['parked'])
  state: 'parked';

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

  /** Owed since then; the instant carries its zone. */
  @IsOptional()
  @IsRFC3339()
  since?: string;
}

/** Parked deliveries to send again: some by their ids, or all that a filter finds. */
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
  @Type(() => ParkedFilterDto)
  filter?: ParkedFilterDto;
}

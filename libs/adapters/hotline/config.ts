import { IsIn, IsInt, IsISO8601, IsNotEmpty, IsString, Max, Min } from 'class-validator';
import { HttpSettings } from '../transport/http-settings.js';
import { COORDINATE_SYSTEMS } from '../formats/to-wgs84.js';
import type { CoordinateSystem } from '../formats/to-wgs84.js';
import { Secret } from '../secret-field.js';

/** Settings of a 12345 hotline. */
export class HotlineSettings extends HttpSettings {
  @Secret()
  @IsString()
  @IsNotEmpty()
  readonly apiKey: string;

  @IsInt()
  @Min(1)
  @Max(500)
  readonly pageSize: number = 100;

  /** How far behind the newest change each pull starts again, for orders that appear late. */
  @IsInt()
  @Min(0)
  @Max(86_400)
  readonly overlapSeconds: number = 60;

  /** Where the first pull starts. */
  @IsISO8601()
  readonly beginAt: string = '2000-01-01';

  @IsIn(COORDINATE_SYSTEMS)
  readonly coordinates: CoordinateSystem = 'GCJ02';

  /** Mapping table of the platform's categories. */
  @IsString()
  @IsNotEmpty()
  readonly categorySystem: string = 'hotline-taxonomy@1';
}

import { IsIn, IsInt, IsISO8601, IsNotEmpty, IsString, Max, Min } from 'class-validator';
import { HttpSettings } from '../formats/http-settings.js';
import { COORDINATE_SYSTEMS } from '../formats/to-wgs84.js';
import type { CoordinateSystem } from '../formats/to-wgs84.js';
import { Secret } from '../secret-field.js';

/** Settings of a 数字城管 platform. */
export class UrbanSoapSettings extends HttpSettings {
  @Secret()
  @IsString()
  @IsNotEmpty()
  readonly token: string;

  @IsInt()
  @Min(1)
  @Max(500)
  readonly pageSize: number = 100;

  /** How far behind the newest change each pull starts again, for cases that appear late. */
  @IsInt()
  @Min(0)
  @Max(86_400)
  readonly overlapSeconds: number = 60;

  /** Where the first pull starts. */
  @IsISO8601()
  readonly beginAt: string = '2000-01-01';

  @IsIn(COORDINATE_SYSTEMS)
  readonly coordinates: CoordinateSystem = 'CGCS2000';

  /** Mapping table of the platform's categories. */
  @IsString()
  @IsNotEmpty()
  readonly categorySystem: string = 'cjt-214@old';

  /** Platform that HOTLINESN names an order of. */
  @IsString()
  @IsNotEmpty()
  readonly relayPlatform: string = 'hotline';
}

import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsNumber,
  IsString,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Secret } from '../../secret-field.js';
import { HttpSettings } from '../../transport/http-settings.js';
import { COORDINATE_SYSTEMS } from '../to-wgs84.js';
import type { CoordinateSystem } from '../to-wgs84.js';
import type { KnownPoint } from './planar.js';
import { URBAN_LINKS } from './urban-links.js';
import type { UrbanLink } from './urban-links.js';

/** A place that ties the city's plane to the earth. */
class PlanarPoint implements KnownPoint {
  @IsNumber()
  readonly x: number;

  @IsNumber()
  readonly y: number;

  @IsNumber()
  @Min(-180)
  @Max(180)
  readonly longitude: number;

  @IsNumber()
  @Min(-90)
  @Max(90)
  readonly latitude: number;
}

const LEAST_METRES_APART = 100;

const areFarApart = (points: unknown): boolean => {
  const [a, b] = Array.isArray(points) ? (points as KnownPoint[]) : [];
  return a !== undefined && b !== undefined && Math.hypot(b.x - a.x, b.y - a.y) >= LEAST_METRES_APART;
};

const areLinks = (statuses: unknown): boolean =>
  typeof statuses === 'object' &&
  statuses !== null &&
  Object.values(statuses).every((link) => (URBAN_LINKS as readonly unknown[]).includes(link));

/** Settings of a 数字城管 platform, whatever it speaks. */
export class UrbanSettings extends HttpSettings {
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

  /** `planar`: metres in a plane of the city's own, tied to the earth by `planarPoints`. */
  @IsIn([...COORDINATE_SYSTEMS, 'planar'])
  readonly coordinates: CoordinateSystem | 'planar' = 'CGCS2000';

  /** Two places far apart whose planar and WGS-84 coordinates are known; x to the east, y to the north, in metres. */
  @ValidateIf(({ coordinates }: UrbanSettings) => coordinates === 'planar')
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @ValidateNested({ each: true, message: 'planarPoints need x, y, longitude and latitude each' })
  @Type(() => PlanarPoint)
  @ValidateBy({
    name: 'areFarApart',
    validator: { validate: areFarApart, defaultMessage: () => 'planarPoints must be at least 100 m apart' },
  })
  readonly planarPoints: readonly [PlanarPoint, PlanarPoint] | undefined = undefined;

  /** Mapping table of the platform's categories: `gb-30428@2`, or an older generation's such as `cjt-214@old`. */
  @IsString()
  @IsNotEmpty()
  readonly categorySystem: string = 'cjt-214@old';

  /** Platform whose order a case came from. */
  @IsString()
  @IsNotEmpty()
  readonly relayPlatform: string = 'hotline';

  /** This platform's own statuses, beside the usual ones: `"95": void`. */
  @ValidateBy({
    name: 'areLinks',
    validator: { validate: areLinks, defaultMessage: () => `statuses must lead to one of ${URBAN_LINKS.join(', ')}` },
  })
  readonly statuses: Readonly<Record<string, UrbanLink>> = {};
}

import { IsIn, IsInt, IsNotEmpty, IsString, Max, Min } from 'class-validator';
import { HttpSettings } from '../transport/http-settings.js';
import { COORDINATE_SYSTEMS } from '../formats/to-wgs84.js';
import type { CoordinateSystem } from '../formats/to-wgs84.js';
import { Secret } from '../secret-field.js';
import { SIGNATURES } from '../signing/signature.js';
import type { Signature } from '../signing/signature.js';

/** Settings of a grid platform that pushes to us. */
export class GridPushSettings extends HttpSettings {
  /** Name under which the platform pushes (`x-app-key`). */
  @IsString()
  @IsNotEmpty()
  readonly appKey: string;

  /** Signs what the platform pushes. */
  @Secret()
  @IsString()
  @IsNotEmpty()
  readonly pushSecret: string;

  /** How the platform signs its time, a full stop and the body. */
  @IsIn(SIGNATURES)
  readonly signature: Signature = 'hmac-sha256';

  /** Name under which we call the platform. */
  @IsString()
  @IsNotEmpty()
  readonly key: string;

  @Secret()
  @IsString()
  @IsNotEmpty()
  readonly secret: string;

  /** How far a pushed time may lie from ours. */
  @IsInt()
  @Min(1)
  @Max(3600)
  readonly toleranceSeconds: number = 300;

  @IsIn(COORDINATE_SYSTEMS)
  readonly coordinates: CoordinateSystem = 'WGS84';

  /** Mapping table of the platform's categories. */
  @IsString()
  @IsNotEmpty()
  readonly categorySystem: string = 'gb-30428@2';
}

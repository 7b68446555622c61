import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, Min, ValidateIf } from 'class-validator';
import { COORDINATE_SYSTEMS } from '../formats/to-wgs84.js';
import type { CoordinateSystem } from '../formats/to-wgs84.js';
import { Secret } from '../secret-field.js';
import { SIGNATURES } from '../signing/signature.js';
import type { Signature } from '../signing/signature.js';
import { BODY_CIPHERS } from '../signing/sm4-body.js';
import type { BodyCipher } from '../signing/sm4-body.js';
import { HttpSettings } from '../transport/http-settings.js';

/** Settings of a 党群e家 platform over REST. */
export class EjiaRestSettings extends HttpSettings {
  @IsString()
  @IsNotEmpty()
  readonly appId: string;

  /** Buys the token, and signs requests where the platform wants that. */
  @Secret()
  @IsString()
  @IsNotEmpty()
  readonly appSecret: string;

  /** At least 2: each page begins with the last row of the one before. */
  @IsInt()
  @Min(2)
  @Max(500)
  readonly pageSize: number = 100;

  /** How far behind the newest change of the last pull a pull goes on reading, for requests that appear late. */
  @IsInt()
  @Min(0)
  @Max(86_400)
  readonly overlapSeconds: number = 60;

  /** How often the whole window is pulled again, for what moves nothing to the top of the list. */
  @IsInt()
  @Min(1)
  @Max(10_080)
  readonly fullPullMinutes: number = 360;

  /** How far back such a pull reads. The very first one reads everything. */
  @IsInt()
  @Min(1)
  @Max(3660)
  readonly windowDays: number = 90;

  /** Signs each request over its time, a random text and its body; without it only the token counts. */
  @IsOptional()
  @IsIn(SIGNATURES)
  readonly signature?: Signature;

  @IsIn(['hex', 'base64'])
  readonly signatureEncoding: 'hex' | 'base64' = 'hex';

  /** Encrypts what is sent and decrypts `data` of what comes back. */
  @IsOptional()
  @IsIn(BODY_CIPHERS)
  readonly bodyCipher?: BodyCipher;

  /** 32 hex digits. */
  @Secret()
  @ValidateIf(({ bodyCipher, bodyKey }: EjiaRestSettings) => bodyCipher !== undefined || bodyKey !== undefined)
  @Matches(/^[0-9a-f]{32}$/i, { message: 'bodyKey must be 32 hex digits' })
  readonly bodyKey?: string;

  @IsIn(COORDINATE_SYSTEMS)
  readonly coordinates: CoordinateSystem = 'BD09';

  /** Mapping table of the platform's categories. */
  @IsString()
  @IsNotEmpty()
  readonly categorySystem: string = 'ejia-service@1';
}

import { IsIn, IsInt, IsNotEmpty, IsString, Max, Min } from 'class-validator';
import { HttpSettings } from '../transport/http-settings.js';
import { Secret } from '../secret-field.js';
import { SIGNATURES } from '../signing/signature.js';

const PORTAL_SIGNATURES = [...SIGNATURES, 'md5-params'] as const;

/** Settings of a 政民互动 portal. */
export class PortalSettings extends HttpSettings {
  @IsString()
  @IsNotEmpty()
  readonly appCode: string;

  /** Goes into the signature of every request. */
  @Secret()
  @IsString()
  @IsNotEmpty()
  readonly secret: string;

  /** `md5-params` signs the sorted form fields in upper case, the others appCode and param one behind the other. */
  @IsIn(PORTAL_SIGNATURES)
  readonly signature: (typeof PORTAL_SIGNATURES)[number] = 'md5';

  /** At least 2: the cursor's own message comes again on top of each page. */
  @IsInt()
  @Min(2)
  @Max(200)
  readonly pageSize: number = 50;

  /** How far behind the newest change each pull starts again, for messages that appear late. */
  @IsInt()
  @Min(0)
  @Max(86_400)
  readonly overlapSeconds: number = 60;

  /** Mapping table of the platform's categories. */
  @IsString()
  @IsNotEmpty()
  readonly categorySystem: string = 'portal-domain@1';
}

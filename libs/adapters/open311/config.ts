import { IsIn, IsInt, IsISO8601, IsNotEmpty, IsOptional, IsString, Matches, Max, Min, ValidateIf } from 'class-validator';
import { HttpSettings } from '../transport/http-settings.js';
import { Secret } from '../secret-field.js';

/** `standard` filters by the time of the request only; `chicago` also by the time of its last change, and turns pages. */
export const DIALECTS = ['chicago', 'standard'] as const;
export const FORMATS = ['json', 'xml'] as const;
export type Format = (typeof FORMATS)[number];

const needsKey = ({ updates, keyForReading }: Open311Settings): boolean => updates === 'mysociety' || keyForReading !== 'none';

/** Settings of a city that speaks Open311 GeoReport v2. */
export class Open311Settings extends HttpSettings {
  @IsIn(DIALECTS)
  readonly dialect: (typeof DIALECTS)[number] = 'standard';

  @IsIn(FORMATS)
  readonly format: Format = 'json';

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  readonly jurisdictionId?: string;

  /** Goes into the form of every write; `keyForReading` says what becomes of it otherwise. */
  @Secret()
  @ValidateIf(needsKey)
  @IsString()
  @IsNotEmpty()
  readonly apiKey?: string;

  /** Most cities read without a key. `parameter` puts it into the address, as the standard would have it, where proxies log it. */
  @IsIn(['none', 'bearer', 'parameter'])
  readonly keyForReading: 'none' | 'bearer' | 'parameter' = 'none';

  /** Whether the city has mySociety's servicerequestupdates; without it answers cannot be written back. */
  @IsIn(['mysociety', 'none'])
  readonly updates: 'mysociety' | 'none' = 'none';

  /** `chicago`: asked for; both: records a page of ours holds. */
  @IsInt()
  @Min(1)
  @Max(500)
  readonly pageSize: number = 500;

  /** `standard`: how many records the city gives at most for one question. */
  @IsInt()
  @Min(1)
  @Max(100_000)
  readonly rowLimit: number = 1000;

  /** The longest stretch of time one question may span. */
  @IsInt()
  @Min(1)
  @Max(366)
  readonly windowDays: number = 90;

  /** How far behind the newest record each pull starts again, for records that appear late. */
  @IsInt()
  @Min(0)
  @Max(86_400)
  readonly overlapSeconds: number = 60;

  /** `standard`: requests of so many days are read again and again, since no filter shows that an old one has changed. */
  @IsInt()
  @Min(1)
  @Max(3650)
  readonly rereadDays: number = 90;

  /** `standard`: how often they are read again. */
  @IsInt()
  @Min(0)
  @Max(604_800)
  readonly rereadEverySeconds: number = 3600;

  /** Where the first pull starts. */
  @IsISO8601()
  readonly beginAt: string = '2000-01-01';

  /** Mapping table of the city's service codes; without it `open311@` and the jurisdiction, or the host. */
  @IsOptional()
  @IsString()
  @Matches(/^[\w.-]+@[\w.-]+$/)
  readonly categorySystem?: string;
}

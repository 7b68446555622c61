import { IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, IsTimeZone, IsUrl, MaxLength, MinLength } from 'class-validator';
import { Secret } from '../secret-field.js';

/** Settings of a client that reports to us by Open311 GeoReport v2, a FixMyStreet for example. */
export class Open311InboxSettings {
  /** What the client shows (`api_key`) when it reports and when it fetches its updates. */
  @Secret()
  @IsString()
  @MinLength(8)
  @MaxLength(200)
  readonly apiKey: string;

  /** Clients may name it (`jurisdiction_id`), and must when inboxes of several jurisdictions are configured. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  readonly jurisdictionId?: string;

  /** `realtime`: a report is answered with its id; `batch`: with a token that becomes the id once there is a case. */
  @IsIn(['realtime', 'batch'])
  readonly type: 'realtime' | 'batch' = 'realtime';

  /** Mapping table of the service codes: what stands in it can be reported. */
  @IsString()
  @IsNotEmpty()
  readonly categorySystem: string = 'open311@1';

  /** Whether anybody may read the list of requests, as the standard has it; otherwise the key is asked for. */
  @IsBoolean()
  readonly publicRequests: boolean = true;

  /** Whom developers of clients may ask; shown in the discovery document. */
  @IsString()
  @MaxLength(300)
  readonly contact: string = '';

  /** Address of the hub as clients see it, without a path; the address they called when absent. */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false, disallow_auth: true })
  readonly publicUrl?: string;

  /** Zone of times we write, and of times that name none. */
  @IsTimeZone()
  readonly zone: string = 'Asia/Shanghai';
}

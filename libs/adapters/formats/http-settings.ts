import { IsInt, IsTimeZone, IsUrl, Max, Min } from 'class-validator';

/** What every platform spoken to over HTTP needs. */
export class HttpSettings {
  /** Address of the platform up to its own prefix, without user or password. */
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false, disallow_auth: true })
  readonly baseUrl: string;

  /** A request that takes longer has failed; a write that takes longer has an unknown outcome. */
  @IsInt()
  @Min(1)
  @Max(300)
  readonly timeoutSeconds: number = 15;

  /** A larger body is refused: it would fill the memory. */
  @IsInt()
  @Min(1)
  @Max(256)
  readonly maxBodyMegabytes: number = 16;

  /** Zone of times that name none. */
  @IsTimeZone()
  readonly zone: string = 'Asia/Shanghai';
}

import { Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsOptional, IsString, IsUrl, Max, Min } from 'class-validator';

/** Where the hub listens. */
export class HttpConfig {
  static readonly variables = { port: 'HUB_PORT', host: 'HUB_HOST', publicUrl: 'HUB_PUBLIC_URL' };

  /** 0: any free port. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  port = 8090;

  @IsString()
  @IsNotEmpty()
  host = '127.0.0.1';

  /** The address others reach the hub at, when a proxy stands before it. */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  publicUrl?: string;
}

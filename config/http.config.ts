import { Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsString, Max, Min } from 'class-validator';

/** Where the hub listens. */
export class HttpConfig {
  static readonly variables = { port: 'HUB_PORT', host: 'HUB_HOST' };

  /** 0: any free port. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  port = 8090;

  @IsString()
  @IsNotEmpty()
  host = '127.0.0.1';
}

import { Type } from 'class-transformer';
import { IsArray, IsInt, IsNotEmpty, IsString, Max, Min } from 'class-validator';
import { AsWords } from './env-value.js';

/** Where the hub listens, and how much of one caller it answers. */
export class HttpConfig {
  static readonly variables = {
    port: 'HUB_PORT',
    host: 'HUB_HOST',
    trustedProxies: 'HUB_TRUSTED_PROXIES',
    perPerson: 'HUB_REQUESTS_PER_PERSON',
    perAddress: 'HUB_REQUESTS_PER_ADDRESS',
    refusalsPerAddress: 'HUB_REFUSALS_PER_ADDRESS',
  };

  /** 0: any free port. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  port = 8090;

  @IsString()
  @IsNotEmpty()
  host = '127.0.0.1';

  /** Addresses or networks of proxies whose `X-Forwarded-For` is believed. */
  @AsWords()
  @IsArray()
  @IsNotEmpty({ each: true })
  trustedProxies: string[] = [];

  /** Requests to `/api` a minute from one session or key; 0: any number. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  perPerson = 6_000;

  /** Requests to `/api` a minute from one address; 0: any number. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  perAddress = 30_000;

  /** Refusals (401, 403, 404) of `/api` a minute after which an address waits; 0: any number. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  refusalsPerAddress = 300;
}

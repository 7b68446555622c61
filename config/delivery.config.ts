import { Type } from 'class-transformer';
import { ArrayNotEmpty, IsInt, IsNumber, IsOptional, IsString, IsUrl, Max, Min } from 'class-validator';
import { AsNumbers } from './env-value.js';

/** How webhooks and answers are sent and sent again. */
export class DeliveryConfig {
  static readonly variables = {
    retrySeconds: 'HUB_RETRY_SECONDS',
    jitterShare: 'HUB_RETRY_JITTER',
    timeoutMs: 'HUB_DELIVERY_TIMEOUT_MS',
    breakerFailures: 'HUB_BREAKER_FAILURES',
    breakerSeconds: 'HUB_BREAKER_SECONDS',
    mostInFlight: 'HUB_TARGET_CONCURRENCY',
    mostPerSecond: 'HUB_TARGET_RATE',
    disableAfterHours: 'HUB_DISABLE_AFTER_HOURS',
    egressProxy: 'HUB_EGRESS_PROXY',
    clientCertificate: 'HUB_CLIENT_CERTIFICATE',
    clientKey: 'HUB_CLIENT_KEY',
    clientKeyPassphrase: 'HUB_CLIENT_KEY_PASSPHRASE',
    trustedCa: 'HUB_TRUSTED_CA',
  };
  static readonly secrets = ['egressProxy', 'clientKeyPassphrase'];

  /** Wait before each further attempt; after the last one a delivery is parked. The plan Standard Webhooks recommends. */
  @AsNumbers()
  @ArrayNotEmpty()
  @IsNumber({}, { each: true })
  @Min(0, { each: true })
  retrySeconds: number[] = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];

  /** Share of a wait by which it may vary, so that failed deliveries do not come back all at once. */
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(1)
  jitterShare = 0.1;

  @Type(() => Number)
  @IsInt()
  @Min(100)
  @Max(60_000)
  timeoutMs = 15_000;

  /** Failures in a row after which a department is left alone for `breakerSeconds`, twice as long each further time. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  breakerFailures = 5;

  @Type(() => Number)
  @IsNumber()
  @Min(0.1)
  breakerSeconds = 5;

  /** Messages in flight to one department or platform at once; fewer after failures. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(256)
  mostInFlight = 16;

  /** Messages begun to one department or platform in one second. */
  @Type(() => Number)
  @IsNumber()
  @Min(1)
  mostPerSecond = 200;

  /** An endpoint that has done nothing but fail for so long is disabled, and people are told. */
  @Type(() => Number)
  @IsNumber()
  @Min(0.001)
  disableAfterHours = 120;

  /** Proxy that webhooks leave by, where the network has no other way out; with user and password if it wants them. */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  egressProxy?: string;

  /** PEM files: what the hub shows an endpoint that asks for a certificate (mTLS), and the key to it. */
  @IsOptional()
  @IsString()
  clientCertificate?: string;

  @IsOptional()
  @IsString()
  clientKey?: string;

  @IsOptional()
  @IsString()
  clientKeyPassphrase?: string;

  /** PEM file of authorities that vouch for endpoints beside the public ones. */
  @IsOptional()
  @IsString()
  trustedCa?: string;
}

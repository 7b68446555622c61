import { inspect } from 'node:util';
import type { InspectOptions } from 'node:util';
import { IsInt, IsNotEmpty, IsOptional, IsString, IsTimeZone, IsUrl, Max, Min, ValidateIf } from 'class-validator';
import { Secret, concealed } from '../secret-field.js';

/** What every platform spoken to over HTTP needs, and how the network before it wants to be crossed. */
export class HttpSettings {
  /** Address of the platform up to its own prefix, without user or password. */
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false, disallow_auth: true })
  readonly baseUrl: string;

  /** A request that takes longer has failed; a write that takes longer has an unknown outcome. */
  @IsInt()
  @Min(1)
  @Max(300)
  readonly timeoutSeconds: number = 15;

  /** A larger body, once it is unpacked, is refused: it would fill the memory. */
  @IsInt()
  @Min(1)
  @Max(256)
  readonly maxBodyMegabytes: number = 16;

  /** Zone of times that name none. */
  @IsTimeZone()
  readonly zone: string = 'Asia/Shanghai';

  /** Most requests a minute, in each process that speaks to the platform. Without it only the platform's own headers count. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60_000)
  readonly requestsPerMinute?: number;

  /** Proxy on the way to the platform, without user or password. */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false, disallow_auth: true })
  readonly proxyUrl?: string;

  @ValidateIf(({ proxyUser, proxyPassword }: HttpSettings) => proxyUser !== undefined || proxyPassword !== undefined)
  @IsString()
  @IsNotEmpty()
  readonly proxyUser?: string;

  @Secret()
  @ValidateIf(({ proxyUser, proxyPassword }: HttpSettings) => proxyUser !== undefined || proxyPassword !== undefined)
  @IsString()
  @IsNotEmpty()
  readonly proxyPassword?: string;

  /** File of our certificate (PEM), for platforms that ask for one. */
  @ValidateIf(asksForCertificate)
  @IsString()
  @IsNotEmpty()
  readonly clientCertificate?: string;

  /** File of its key (PEM). */
  @ValidateIf(asksForCertificate)
  @IsString()
  @IsNotEmpty()
  readonly clientKey?: string;

  /** Opens an encrypted `clientKey`. */
  @Secret()
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  readonly clientKeyPassphrase?: string;

  /** File of the authorities (PEM) that vouch for the platform, in place of the public ones. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  readonly ca?: string;

  toJSON(): Readonly<Record<string, unknown>> {
    return concealed(this);
  }

  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `${this.constructor.name} ${inspect(concealed(this), options)}`;
  }
}

function asksForCertificate({ clientCertificate, clientKey, clientKeyPassphrase }: HttpSettings): boolean {
  return clientCertificate !== undefined || clientKey !== undefined || clientKeyPassphrase !== undefined;
}

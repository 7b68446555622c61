import { Transform, Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { SIGNATURE_ALGORITHMS, type SignatureAlgorithm } from '#domain/delivery/webhook-signature.js';
import { as, type DepartmentId } from '#domain/ids.js';
import type { KnownNames } from './known-names.js';
import { readFile } from './read-file.js';
import type { YamlFile } from './yaml-file.js';

/** Where a department takes its webhooks; a department without one works in the console. */
export interface EndpointConfig {
  readonly department: DepartmentId;
  /** Absent for a department that fetches its messages itself (`pull: true`). */
  readonly url?: string;
  /** Signing secret after Standard Webhooks, `whsec_…`; never shown. */
  readonly secret: string;
  /** Whether the address may be a private or loopback one. */
  readonly allowPrivate: boolean;
  /** Whether its messages say no more than which case it is. */
  readonly thin: boolean;
  readonly algorithms: readonly SignatureAlgorithm[];
  /** Messages begun in one second, and in flight at once; absent: as `HUB_TARGET_RATE` and `HUB_TARGET_CONCURRENCY` say. */
  readonly ratePerSecond?: number;
  readonly concurrency?: number;
}

const AsBoolean = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));

class EndpointLine {
  @IsString()
  department: string;

  @ValidateIf(({ pull, url }: EndpointLine) => !pull || url !== undefined)
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  url?: string;

  @Matches(/^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/u, { message: '$property must be whsec_ and 24 to 64 random bytes in base64' })
  secret: string;

  @IsOptional()
  @AsBoolean()
  @IsBoolean()
  allowPrivate = false;

  @IsOptional()
  @AsBoolean()
  @IsBoolean()
  pull = false;

  @IsOptional()
  @AsBoolean()
  @IsBoolean()
  thin = false;

  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @IsIn(SIGNATURE_ALGORITHMS, { each: true })
  signatures: SignatureAlgorithm[] = ['v1'];

  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  @Min(0.01)
  @Max(10_000)
  ratePerSecond?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(256)
  concurrency?: number;
}

class EndpointsFile {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => EndpointLine)
  endpoints: EndpointLine[];
}

/** Reads `endpoints.yaml`. */
export function readEndpoints(file: YamlFile, known: KnownNames): readonly EndpointConfig[] {
  const seen = new Set<string>();
  return (readFile(file, EndpointsFile)?.endpoints ?? []).map((line, index) => {
    const path = ['endpoints', index, 'department'];
    known.department(file, path, line.department);
    if (seen.has(line.department)) file.fault(path, `${line.department} has an endpoint already: keep one`);
    seen.add(line.department);
    const { secret, allowPrivate, thin, signatures: algorithms, pull, ratePerSecond, concurrency } = line;
    if (pull && line.url !== undefined)
      file.fault(['endpoints', index, 'url'], 'a department that pulls has no address: keep one');
    return {
      department: as<DepartmentId>(line.department),
      url: pull ? undefined : line.url,
      secret,
      allowPrivate,
      thin,
      algorithms,
      ratePerSecond,
      concurrency,
    };
  });
}

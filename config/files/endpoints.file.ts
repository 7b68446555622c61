import { Transform, Type } from 'class-transformer';
import { IsArray, IsBoolean, IsOptional, IsString, IsUrl, Matches, ValidateNested } from 'class-validator';
import { as, type DepartmentId } from '#domain/ids.js';
import type { KnownNames } from './known-names.js';
import { readFile } from './read-file.js';
import type { YamlFile } from './yaml-file.js';

/** Where a department takes its webhooks; a department without one works in the console. */
export interface EndpointConfig {
  readonly department: DepartmentId;
  readonly url: string;
  /** Signing secret after Standard Webhooks, `whsec_…`; never shown. */
  readonly secret: string;
  /** Whether the address may be a private or loopback one. */
  readonly allowPrivate: boolean;
}

class EndpointLine {
  @IsString()
  department: string;

  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  url: string;

  @Matches(/^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/u, { message: '$property must be whsec_ and 24 to 64 random bytes in base64' })
  secret: string;

  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  allowPrivate = false;
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
    return { department: as<DepartmentId>(line.department), url: line.url, secret: line.secret, allowPrivate: line.allowPrivate };
  });
}

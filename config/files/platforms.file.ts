import { Transform, Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { as, type PlatformId } from '#domain/ids.js';
import type { Fault } from '#domain/ports/platform-adapter.js';
import { ID_PATTERN, IsRecordOf } from './constraints.js';
import { readFile } from './read-file.js';
import type { YamlFile } from './yaml-file.js';

/** One source platform of the city. */
export interface PlatformConfig {
  readonly id: PlatformId;
  /** Names the adapter that speaks to it. */
  readonly kind: string;
  /** Chinese title, for the console. */
  readonly title: string;
  readonly enabled: boolean;
  readonly pullEverySeconds: number;
  /** How far each pull reaches back behind its cursor. */
  readonly overlapSeconds: number;
  /** The adapter's own settings and secrets, in one record; the adapter's class validates it. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Which of the settings are secrets and never shown. */
  readonly secretNames: readonly string[];
}

/** What an adapter says of its settings. */
export type ValidateSettings = (kind: string, settings: Readonly<Record<string, unknown>>) => readonly Fault[];

class PlatformLine {
  @Matches(ID_PATTERN, { message: '$property must be lower-case words joined by hyphens' })
  id: string;

  @IsString()
  @IsNotEmpty()
  kind: string;

  @IsString()
  @IsNotEmpty()
  title: string;

  @IsOptional()
  // a value that comes from the environment is text
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  enabled = true;

  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  @Min(0.1)
  pullEverySeconds = 60;

  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  overlapSeconds = 0;

  @IsOptional()
  @IsObject()
  settings: Record<string, unknown> = {};

  @IsOptional()
  @IsRecordOf('string')
  secrets: Record<string, string> = {};
}

class PlatformsFile {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PlatformLine)
  platforms: PlatformLine[];
}

function toPlatform(line: PlatformLine): PlatformConfig {
  const { id, kind, title, enabled, pullEverySeconds, overlapSeconds, settings, secrets } = line;
  const secretNames = Object.keys(secrets);
  return {
    id: as<PlatformId>(id),
    kind,
    title,
    enabled,
    pullEverySeconds,
    overlapSeconds,
    settings: { ...settings, ...secrets },
    secretNames,
  };
}

/** Reads `platforms.yaml`; the adapters judge their own settings where the caller lends them a voice. */
export function readPlatforms(file: YamlFile, validateSettings: ValidateSettings = () => []): readonly PlatformConfig[] {
  const seen = new Set<string>();
  return (readFile(file, PlatformsFile)?.platforms ?? []).map((line, index) => {
    const path = ['platforms', index];
    if (seen.has(line.id)) file.fault([...path, 'id'], `${line.id} is there already: give each platform its own id`);
    seen.add(line.id);
    for (const name of Object.keys(line.secrets)) {
      if (name in line.settings) file.fault([...path, 'settings', name], `${name} is a secret too: keep it under secrets only`);
    }
    const platform = toPlatform(line);
    for (const { field, message } of validateSettings(platform.kind, platform.settings)) {
      if (field === 'kind') file.fault([...path, 'kind'], message);
      else file.fault([...path, field in line.secrets ? 'secrets' : 'settings', field], message);
    }
    return platform;
  });
}

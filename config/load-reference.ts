import 'reflect-metadata';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Reference } from '#domain/reference/reference.js';
import { ConfigInvalidError, type ConfigFault } from './config-fault.js';
import { readCalendar } from './files/calendar.file.js';
import { readCategories } from './files/categories.file.js';
import { readDeadlines } from './files/deadlines.file.js';
import { readDepartments } from './files/departments.file.js';
import { readDuties } from './files/duties.file.js';
import { readEndpoints, type EndpointConfig } from './files/endpoints.file.js';
import { readGrids } from './files/grids.file.js';
import type { Environment } from './files/interpolate.js';
import { KnownNames } from './files/known-names.js';
import { readMappings } from './files/mapping.file.js';
import { readMatching } from './files/matching.file.js';
import { readPlatforms, type PlatformConfig, type ValidateSettings } from './files/platforms.file.js';
import { YamlFile } from './files/yaml-file.js';

export type { EndpointConfig } from './files/endpoints.file.js';
export type { PlatformConfig, ValidateSettings } from './files/platforms.file.js';

/** Everything a city's configuration folder says. */
export interface CityConfig {
  readonly reference: Reference;
  readonly platforms: readonly PlatformConfig[];
  readonly endpoints: readonly EndpointConfig[];
}

function mappingNames(dir: string): string[] {
  const folder = join(dir, 'mappings');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `mappings/${name}`);
}

/** Reads a configuration folder whole, or throws one ConfigInvalidError with every fault of every file. */
export function loadReference(
  dir: string,
  env: Environment,
  options: { readonly validateSettings?: ValidateSettings } = {},
): CityConfig {
  const faults: ConfigFault[] = [];
  const open = (name: string, required = true): YamlFile => new YamlFile(dir, name, faults, { required });
  const openWithVariables = (name: string, required = true): YamlFile => {
    const file = open(name, required);
    file.interpolate(env);
    return file;
  };

  const departments = readDepartments(open('departments.yaml'));
  const categories = readCategories(open('categories.yaml'));
  const grids = readGrids(open('grids.yaml'));
  const known = new KnownNames(departments, categories, grids);
  const reference: Reference = {
    departments,
    categories,
    mappings: readMappings(
      mappingNames(dir).map((name) => open(name)),
      categories,
    ),
    grids,
    duties: readDuties(open('duties.yaml'), known, categories.keys()),
    deadlines: readDeadlines(open('deadlines.yaml'), known),
    calendar: readCalendar(open('calendar.yaml')),
    matching: readMatching(open('matching.yaml'), known, categories),
  };
  const platforms = readPlatforms(openWithVariables('platforms.yaml'), options.validateSettings);
  const endpoints = readEndpoints(openWithVariables('endpoints.yaml', false), known);

  if (faults.length > 0) throw new ConfigInvalidError(faults, dir);
  return { reference, platforms, endpoints };
}

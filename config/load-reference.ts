import 'reflect-metadata';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { commonItemLimits } from '#domain/deadline/item-limits.js';
import { neighbouringGrids } from '#domain/reference/neighbouring-grids.js';
import type { RetentionPolicy } from '#domain/privacy/retention-policy.js';
import type { Reference } from '#domain/reference/reference.js';
import { buildDutyList } from '#domain/routing/build-duty-list.js';
import { ConfigInvalidError, type ConfigFault } from './config-fault.js';
import { deadlineProfiles } from './deadline-profiles.js';
import { dutySeed, type DutySeed } from './duty-seed.js';
import { readCalendar } from './files/calendar.file.js';
import { readDeadlines } from './files/deadlines.file.js';
import { readDepartments } from './files/departments.file.js';
import { readDutyLines } from './files/duties.file.js';
import { readDutyList, type DefaultList } from './files/duty-list.file.js';
import { DutyReader } from './files/duty-reader.js';
import { readEndpoints, type EndpointConfig } from './files/endpoints.file.js';
import { readGrids } from './files/grids.file.js';
import type { Environment } from './files/interpolate.js';
import { KnownNames } from './files/known-names.js';
import { readMappings } from './files/mapping.file.js';
import { readMatching } from './files/matching.file.js';
import { readPartners } from './files/partners.file.js';
import { readPrivacy } from './files/privacy.file.js';
import { readPlatforms, type PlatformConfig, type ValidateSettings } from './files/platforms.file.js';
import { YamlFile } from './files/yaml-file.js';
import { SHIPPED } from './shipped.js';

export type { EndpointConfig } from './files/endpoints.file.js';
export type { PlatformConfig, ValidateSettings } from './files/platforms.file.js';

/** Everything a city's configuration folder says. */
export interface CityConfig {
  readonly reference: Reference;
  readonly platforms: readonly PlatformConfig[];
  readonly endpoints: readonly EndpointConfig[];
  readonly dutySeed: DutySeed;
  /** How long identities are kept; without it, for ever. */
  readonly retention?: RetentionPolicy;
}

/** The YAML files of a folder below the configuration folder, by their names from there. */
function namesIn(dir: string, folder: string): string[] {
  if (!existsSync(join(dir, folder))) return [];
  return readdirSync(join(dir, folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${folder}/${name}`);
}

const DUTY_LIST = 'duty-list';

interface ReadOptions {
  readonly validateSettings?: ValidateSettings;
}

/** Reads a configuration folder whole, or throws one ConfigInvalidError with every fault of every file. */
export function loadReference(dir: string, env: Environment, options: ReadOptions = {}): CityConfig {
  const { city, faults } = readReference(dir, env, options);
  if (faults.length > 0) throw new ConfigInvalidError(faults, dir);
  return city;
}

/** A configuration folder as far as it can be read, with every fault of every file; only one without faults may go live. */
export function readReference(
  dir: string,
  env: Environment,
  options: ReadOptions = {},
): { readonly city: CityConfig; readonly faults: readonly ConfigFault[] } {
  const faults: ConfigFault[] = [];
  const open = (name: string, required = true): YamlFile => new YamlFile(dir, name, faults, { required });
  const openWithVariables = (name: string, required = true): YamlFile => {
    const file = open(name, required);
    file.interpolate(env);
    return file;
  };

  const departments = readDepartments(open('departments.yaml'));
  const dutiesFile = open('duties.yaml');
  const own = readDutyLines(dutiesFile);
  const list = openDutyList(dir, faults);
  const { categories } = list;
  const grids = readGrids(open('grids.yaml'));
  const known = new KnownNames(departments, categories, grids);
  const nobody = { duties: [], componentOwners: [], territory: new Map() };
  const reference: Reference = {
    departments,
    partners: readPartners(open('partners.yaml', false)),
    categories,
    mappings: readMappings(
      namesIn(dir, 'mappings').map((name) => open(name)),
      categories,
    ),
    grids,
    duties: own ? new DutyReader(dutiesFile, own, list, known).read() : buildDutyList(nobody),
    deadlines: readDeadlines(open('deadlines.yaml'), {
      known,
      profiles: deadlineProfiles(dir, faults),
      itemLimits: commonItemLimits(categories, list.items),
    }),
    calendar: readCalendar(open('calendar.yaml')),
    matching: {
      ...readMatching(open('matching.yaml'), known, categories),
      neighbours: neighbouringGrids([...grids.values()]),
    },
  };
  const platforms = readPlatforms(openWithVariables('platforms.yaml'), options.validateSettings);
  const endpoints = readEndpoints(openWithVariables('endpoints.yaml', false), known);
  const seed = dutySeed(own, (text) => new YamlFile(dir, 'duties.yaml', faults, { text }), faults, { list, known });
  const retention = readPrivacy(open('privacy.yaml', false));
  return { city: { reference, platforms, endpoints, dutySeed: seed, retention }, faults };
}

/** The city's own duty list or, where its folder has none, the one that comes with the hub. */
function openDutyList(dir: string, faults: ConfigFault[]): DefaultList {
  const home = existsSync(join(dir, DUTY_LIST)) ? dir : SHIPPED;
  const common = `${DUTY_LIST}/common.yaml`;
  const classes = namesIn(home, DUTY_LIST).filter((name) => name !== common);
  return readDutyList(
    new YamlFile(home, common, faults),
    classes.map((name) => new YamlFile(home, name, faults)),
  );
}

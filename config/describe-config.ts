import { AttachmentsConfig } from './attachments.config.js';
import { CityAddressConfig } from './city.config.js';
import { DeliveryConfig } from './delivery.config.js';
import { FlowConfig } from './flow.config.js';
import { FoldersConfig } from './folders.config.js';
import { HttpConfig } from './http.config.js';
import { IdentityConfig } from './identity.config.js';
import type { HubConfig } from './load-config.js';
import type { CityConfig } from './load-reference.js';
import { LogConfig } from './log.config.js';
import { StorageConfig } from './storage.config.js';

type Shown = Readonly<Record<string, string | number | boolean>>;

interface Described {
  readonly variables: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
}

const shown = (value: unknown, secret: boolean): string | number | boolean => {
  if (secret) return value === undefined || value === '' ? 'unset' : 'set';
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return value === undefined ? 'unset' : Array.isArray(value) ? value.join(',') : String(value);
};

function describe({ variables, secrets = [] }: Described, values: object): [string, string | number | boolean][] {
  const fields = values as Readonly<Record<string, unknown>>;
  return Object.entries(variables).map(([field, variable]) => [variable, shown(fields[field], secrets.includes(field))]);
}

/** The effective values by the names of their variables, for the start log; of a secret only whether it is set. */
export function describeConfig(config: HubConfig): Shown {
  return Object.fromEntries([
    ['HUB_ROLES', config.roles.join(',')],
    ...describe(FoldersConfig, config.folders),
    ...describe(HttpConfig, config.http),
    ...describe(StorageConfig, config.storage),
    ...describe(LogConfig, config.log),
    ...describe(DeliveryConfig, config.delivery),
    ...describe(FlowConfig, config.flow),
    ...describe(AttachmentsConfig, config.attachments),
    ...describe(IdentityConfig, config.identity),
    ...describe(CityAddressConfig, config.city),
  ]);
}

/** What the configuration folder holds, for the start log. */
export function describeCity({ reference, platforms, endpoints }: CityConfig): Shown {
  const settings = platforms.flatMap((platform) =>
    Object.entries(platform.settings).map(([name, value]) => [
      `platforms.${platform.id}.${name}`,
      shown(value, platform.secretNames.includes(name)),
    ]),
  );
  return {
    departments: reference.departments.size,
    categories: reference.categories.size,
    mappings: [...reference.mappings.keys()].join(','),
    grids: reference.grids.size,
    deadlineProfile: reference.deadlines.profile,
    platforms: platforms
      .filter(({ enabled }) => enabled)
      .map(({ id }) => id)
      .join(','),
    endpoints: endpoints.length,
    ...(Object.fromEntries(settings) as Shown),
  };
}

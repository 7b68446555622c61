import 'reflect-metadata';
import { isAbsolute, resolve } from 'node:path';
import { AttachmentsConfig } from './attachments.config.js';
import { bindVariables, type BoundClass } from './bind-variables.js';
import { CityAddressConfig } from './city.config.js';
import { ConfigInvalidError, type ConfigFault } from './config-fault.js';
import { DeliveryConfig } from './delivery.config.js';
import type { Environment } from './files/interpolate.js';
import { FlowConfig } from './flow.config.js';
import { FoldersConfig } from './folders.config.js';
import { HttpConfig } from './http.config.js';
import { IdentityConfig } from './identity.config.js';
import { LogConfig } from './log.config.js';
import { RolesConfig, type Role } from './roles.config.js';
import { StorageConfig } from './storage.config.js';

/** How this process runs, from the environment. What a city is like stands in its configuration folder. */
export interface HubConfig {
  readonly roles: readonly Role[];
  readonly folders: FoldersConfig;
  readonly http: HttpConfig;
  readonly storage: StorageConfig;
  readonly log: LogConfig;
  readonly delivery: DeliveryConfig;
  readonly flow: FlowConfig;
  readonly attachments: AttachmentsConfig;
  readonly identity: IdentityConfig;
  readonly city: CityAddressConfig;
  /** The environment itself, for the variables that platforms and endpoints name. */
  readonly environment: Environment;
}

/** The environment of this process, for a command that lays defaults under it. */
export const currentEnvironment = (): Environment => ({ ...process.env });

/** Reads the environment, the only place that does; throws one ConfigInvalidError with every fault. */
export function loadConfig(environment: Environment = process.env): HubConfig {
  const faults: ConfigFault[] = [];
  const bind = <T extends object>(shape: BoundClass<T>): T => bindVariables(shape, environment, faults);
  const config: HubConfig = {
    roles: bind(RolesConfig).roles,
    folders: bind(FoldersConfig),
    http: bind(HttpConfig),
    storage: bind(StorageConfig),
    log: bind(LogConfig),
    delivery: bind(DeliveryConfig),
    flow: bind(FlowConfig),
    attachments: bind(AttachmentsConfig),
    identity: bind(IdentityConfig),
    city: bind(CityAddressConfig),
    environment,
  };
  if (faults.length > 0) throw new ConfigInvalidError(faults, 'the environment');
  for (const name of ['config', 'data'] as const) {
    if (!isAbsolute(config.folders[name])) config.folders[name] = resolve(config.folders[name]);
  }
  return config;
}

import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { ValidationError } from 'class-validator';
import { OperatorError } from '#domain/errors.js';
import type { PlatformAdapter } from '#domain/ports/platform-adapter.js';
import { FileDropAdapter } from './file-drop/adapter.js';
import { FileDropSettings } from './file-drop/config.js';
import { GridPushAdapter } from './grid-push/adapter.js';
import { GridPushSettings } from './grid-push/config.js';
import { HotlineAdapter } from './hotline/adapter.js';
import { HotlineSettings } from './hotline/config.js';
import { PortalAdapter } from './portal/adapter.js';
import { PortalSettings } from './portal/config.js';
import { UrbanSoapAdapter } from './urban-soap/adapter.js';
import { UrbanSoapSettings } from './urban-soap/config.js';

/** A kind of platform the hub can speak to: its settings and how an adapter is made of them. */
export interface AdapterKind<S extends object = object> {
  readonly settings: new () => S;
  create(settings: S, now: () => Date): PlatformAdapter;
}

const kind = <S extends object>(
  settings: new () => S,
  create: (settings: S, now: () => Date) => PlatformAdapter,
): AdapterKind => ({ settings, create: (given, now) => create(given as S, now) });

/** Every kind there is. A platform is a row of config that names one of them. */
export const ADAPTERS: Readonly<Record<string, AdapterKind>> = {
  hotline: kind(HotlineSettings, (settings, now) => new HotlineAdapter(settings, now)),
  portal: kind(PortalSettings, (settings, now) => new PortalAdapter(settings, now)),
  'urban-soap': kind(UrbanSoapSettings, (settings, now) => new UrbanSoapAdapter(settings, now)),
  'grid-push': kind(GridPushSettings, (settings, now) => new GridPushAdapter(settings, now)),
  'file-drop': kind(FileDropSettings, (settings) => new FileDropAdapter(settings)),
};

const faultsOf = (errors: readonly ValidationError[]): string =>
  errors.flatMap(({ constraints }) => Object.values(constraints ?? {})).join('; ');

/** An adapter of a kind with these settings (secrets among them); throws OperatorError with every fault at once. */
export function createAdapter(
  kindName: string,
  settings: Readonly<Record<string, unknown>>,
  now: () => Date = () => new Date(),
): PlatformAdapter {
  const found = Object.hasOwn(ADAPTERS, kindName) ? ADAPTERS[kindName] : undefined;
  if (!found) {
    const known = Object.keys(ADAPTERS).join(', ');
    throw new OperatorError('CONFIG_INVALID', `there is no platform kind "${kindName}"; the kinds are ${known}`);
  }
  const instance = plainToInstance(found.settings, settings);
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0) throw new OperatorError('CONFIG_INVALID', `settings of kind ${kindName}: ${faultsOf(errors)}`);
  return found.create(instance, now);
}

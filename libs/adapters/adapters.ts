import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { ValidationError } from 'class-validator';
import { Defect, OperatorError } from '#domain/errors.js';
import type { PlatformAdapter } from '#domain/ports/platform-adapter.js';
import type { UpdateBoard } from '#domain/ports/published-updates.js';
import { EjiaRestAdapter } from './ejia-rest/adapter.js';
import { EjiaRestSettings } from './ejia-rest/config.js';
import { FileDropAdapter } from './file-drop/adapter.js';
import { FileDropSettings } from './file-drop/config.js';
import { GridPushAdapter } from './grid-push/adapter.js';
import { GridPushSettings } from './grid-push/config.js';
import { HotlineAdapter } from './hotline/adapter.js';
import { HotlineSettings } from './hotline/config.js';
import { HotlineSheetAdapter } from './hotline-sheet/adapter.js';
import { HotlineSheetSettings } from './hotline-sheet/config.js';
import { open311Adapter } from './open311/answering-adapter.js';
import { Open311Settings } from './open311/config.js';
import { Open311InboxAdapter } from './open311-inbox/adapter.js';
import { Open311InboxSettings } from './open311-inbox/config.js';
import { PortalAdapter } from './portal/adapter.js';
import { PortalSettings } from './portal/config.js';
import { UrbanRestAdapter } from './urban-rest/adapter.js';
import { UrbanRestSettings } from './urban-rest/config.js';
import { UrbanSoapAdapter } from './urban-soap/adapter.js';
import { UrbanSoapSettings } from './urban-soap/config.js';
import { VisitsAdapter } from './visits/adapter.js';
import { VisitsSettings } from './visits/config.js';

/** A kind of platform the hub can speak to: its settings and how an adapter is made of them. */
export interface AdapterKind<S extends object = object> {
  readonly settings: new () => S;
  /** `board` is where a platform that fetches its answers from us finds them. */
  create(settings: S, now: () => Date, board: UpdateBoard): PlatformAdapter;
}

const kind = <S extends object>(settings: new () => S, create: AdapterKind<S>['create']): AdapterKind => ({
  settings,
  create: (given, now, board) => create(given as S, now, board),
});

/** Every kind there is. A platform is a row of config that names one of them. */
export const ADAPTERS: Readonly<Record<string, AdapterKind>> = {
  hotline: kind(HotlineSettings, (settings, now) => new HotlineAdapter(settings, now)),
  portal: kind(PortalSettings, (settings, now) => new PortalAdapter(settings, now)),
  'urban-soap': kind(UrbanSoapSettings, (settings, now) => new UrbanSoapAdapter(settings, now)),
  'urban-rest': kind(UrbanRestSettings, (settings, now) => new UrbanRestAdapter(settings, now)),
  'grid-push': kind(GridPushSettings, (settings, now) => new GridPushAdapter(settings, now)),
  'ejia-rest': kind(EjiaRestSettings, (settings, now) => new EjiaRestAdapter(settings, now)),
  'file-drop': kind(FileDropSettings, (settings, now) => new FileDropAdapter(settings, now)),
  'hotline-sheet': kind(HotlineSheetSettings, (settings, now) => new HotlineSheetAdapter(settings, now)),
  visits: kind(VisitsSettings, (settings, now) => new VisitsAdapter(settings, now)),
  open311: kind(Open311Settings, (settings, now) => open311Adapter(settings, now)),
  'open311-inbox': kind(Open311InboxSettings, (settings, _now, board) => new Open311InboxAdapter(settings, board)),
};

const faultsOf = (errors: readonly ValidationError[]): string =>
  errors.flatMap(({ constraints }) => Object.values(constraints ?? {})).join('; ');

const withoutBoard = (): Promise<never> =>
  Promise.reject(new Defect('DEFECT', 'the adapter was made without a board for updates'));
const NO_BOARD: UpdateBoard = { publish: withoutBoard, shows: withoutBoard };

/** An adapter of a kind with these settings (secrets among them); throws OperatorError with every fault at once. */
export function createAdapter(
  kindName: string,
  settings: Readonly<Record<string, unknown>>,
  now: () => Date = () => new Date(),
  board: UpdateBoard = NO_BOARD,
): PlatformAdapter {
  const found = Object.hasOwn(ADAPTERS, kindName) ? ADAPTERS[kindName] : undefined;
  if (!found) {
    const known = Object.keys(ADAPTERS).join(', ');
    throw new OperatorError('CONFIG_INVALID', `there is no platform kind "${kindName}"; the kinds are ${known}`);
  }
  const instance = plainToInstance(found.settings, settings);
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0) throw new OperatorError('CONFIG_INVALID', `settings of kind ${kindName}: ${faultsOf(errors)}`);
  return found.create(instance, now, board);
}

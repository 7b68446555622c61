import { doorOf } from '#adapters/platform-door.js';
import type { HubConfig } from '#config/load-config.js';
import type { CityConfig } from '#config/load-reference.js';
import { RejectedError } from '#domain/errors.js';
import { as } from '#domain/ids.js';
import type { PlatformId } from '#domain/ids.js';
import { Clock } from '#domain/ports/clock.js';
import type { CheckResult } from '#domain/ports/platform-adapter.js';
import type { Platform } from '#domain/ports/platforms.js';
import { Platforms } from '#domain/ports/platforms.js';
import { ReconcileBook } from '#domain/ports/reconcile-book.js';
import { RecordStore } from '#domain/ports/record-store.js';
import { RecordSeal } from '#domain/ports/vault.js';
import { SchemaBook } from '#domain/ports/schema-book.js';
import { City } from '#pipeline/city.js';
import { PlatformHealth } from '#storage/reading/platform-health.js';
import { QuarantineList } from '#storage/reading/quarantine-list.js';
import { withHub } from '../with-hub.js';
import type { HubTools } from '../with-hub.js';
import { clockLine, contactLines } from './adapter-check-contact.js';
import type { CheckLine } from './adapter-check-line.js';
import { fine, note } from './adapter-check-line.js';
import { pageLines } from './adapter-check-page.js';
import { driftLines, pullLines, quarantineLine, reconcileLine } from './adapter-check-state.js';

/** What a check of one platform came to. */
export interface AdapterCheck {
  readonly platform: string;
  readonly title: string;
  readonly kind: string;
  readonly ok: boolean;
  readonly lines: readonly CheckLine[];
}

/** A platform that is silent for longer is not there. */
const PATIENCE_MS = 60_000;

/** Looks at one platform from every side without changing anything, there or here. */
export function checkAdapter(config: HubConfig, name: string): Promise<AdapterCheck> {
  return withHub(config, async (tools) => {
    const { row, platform } = find(tools, name);
    const lines = [...(await askPlatform(tools, row, platform)), ...(await askHub(tools, platform))];
    return { platform: name, title: platform.title, kind: row.kind, ok: lines.every(({ ok }) => ok !== false), lines };
  });
}

type Row = CityConfig['platforms'][number];

function find({ app, city }: HubTools, name: string): { row: Row; platform: Platform } {
  const row = city.platforms.find(({ id }) => id === name);
  const platform = app.get(Platforms).find(as<PlatformId>(name));
  if (row && platform) return { row, platform };
  const known = city.platforms.map(({ id, enabled }) => (enabled ? id : `${id} (not enabled)`)).join(', ');
  throw new RejectedError('PLATFORM_UNKNOWN', `no platform ${name} is enabled; platforms.yaml has ${known}`);
}

async function askPlatform({ app }: HubTools, row: Row, { id, adapter }: Platform): Promise<CheckLine[]> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const door = doorOf(row.kind, row.settings);
  const result = await adapter.check(signal);
  const contact = [...contactLines(result, door), clockLine(await door.time(signal), app.get(Clock).now())];
  const page = isClosed(result)
    ? [note('取数', '平台进不去，没有试')]
    : await pageLines(adapter, id, await app.get(RecordStore).cursorOf(id), {
        city: app.get(City),
        now: app.get(Clock).now(),
        signal,
      });
  const writes = adapter.pushUpdate ? fine('回写', '可以回写（没有试写）') : note('回写', '平台不收答复');
  return [...contact, ...page, writes];
}

const isClosed = (result: CheckResult): boolean => result.kind === 'fault';

async function askHub({ app, source }: HubTools, platform: Platform): Promise<CheckLine[]> {
  const isOurs = (line: { platform: string }): boolean => line.platform === platform.id;
  const states = await new PlatformHealth(source).all();
  return [
    ...pullLines(platform, states.get(platform.id), app.get(Clock).now()),
    reconcileLine(platform, (await app.get(ReconcileBook).newest()).filter(isOurs)),
    ...driftLines((await app.get(SchemaBook).open()).filter(isOurs)),
    quarantineLine(await new QuarantineList(source, app.get(RecordSeal)).of(platform.id)),
  ];
}

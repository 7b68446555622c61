import { join } from 'node:path';
import { MATTER_KINDS } from '#apps/city/matters/matter-kinds.js';
import type { Matter } from '#apps/city/matters/matter.js';
import { pointOf } from '#apps/city/platforms/city-coordinates.js';
import { localText } from '#apps/city/platforms/city-time.js';
import { renderGridEvent } from '#apps/city/platforms/grid.js';
import { placeOf } from '#apps/city/reports/report-place.js';
import { tell } from '#apps/city/reports/tell-report.js';
import { drawMap } from '#apps/city/world/city-map.js';
import type { CityRecord } from '#apps/city/world/city-record.js';
import type { CitySettings } from '#apps/city/world/city-settings.js';
import { readCitySettings } from '#apps/city/world/city-settings.js';
import { Random } from '#apps/city/world/random.js';
import type { Spot } from '#apps/city/world/spot.js';
import { spotAt } from '#apps/city/world/spot.js';
import { projectRoot } from '#config/project-root.js';
import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import type { RawRecord } from '#domain/ports/platform-adapter.js';
import { anOrder } from './builders/an-order.js';

/** A record as its platform sends it; the matter is known to the test only. */
export interface ToldRecord extends RawRecord {
  readonly platform: 'hotline' | 'grid';
  readonly matter: number;
}

const DAY = 86_400_000;
const FORMAT = 'yyyy-MM-dd HH:mm:ss';
const PLATFORMS = ['hotline', 'grid'] as const;
/** Doors from one matter to the next along a road: some 60 metres. */
const DOORS_APART = 6;
const DOORS_A_ROAD = 9;
const BUILDINGS_APART = 3;
const BUILDINGS_AN_ESTATE = 6;
const SINCE = ['好几天', '一个多星期', '半个月', '一个多月'] as const;

/** Clearly different matters: each at a door or a building of its own, told as often as asked, in other words and by others each time. */
export function manyMatters(seed: number, matters: number, reportsEach: number, before: Date): ToldRecord[] {
  const settings = readCitySettings(join(projectRoot(), 'config', 'demo'));
  const spots = Random.of(seed, 'spots').shuffle(doors(settings)).slice(0, matters);
  if (spots.length < matters) throw new Error(`the city has doors for ${spots.length} matters only`);
  const told = spots.flatMap((spot, number) => tellOften(matterAt(spot, number, seed), reportsEach, { seed, before, settings }));
  return Random.of(seed, 'order').shuffle(told);
}

/** Doors along the roads of every quarter, and buildings of its estates, far enough from each other to be told apart. */
function doors(settings: CitySettings): Spot[] {
  return drawMap(settings).flatMap((quarter) =>
    [0, 1].flatMap((nth) => [
      ...Array.from({ length: DOORS_A_ROAD }, (_, at) =>
        spotAt(quarter, { kind: 'road', nth, number: 1 + at * DOORS_APART, unit: 1, name: '' }),
      ),
      ...Array.from({ length: BUILDINGS_AN_ESTATE }, (_, at) =>
        spotAt(quarter, { kind: 'estate', nth, number: 1 + at * BUILDINGS_APART, unit: 1 + (at % 4), name: '' }),
      ),
    ]),
  );
}

function matterAt(spot: Spot, number: number, seed: number): Matter {
  const random = Random.of(seed, 'matter', number);
  const kind = random.pick(MATTER_KINDS.filter((one) => one.spot === spot.kind && one.personal !== true));
  const rows = Object.fromEntries(Object.entries(kind.facets).map(([name, options]) => [name, random.pick(options)]));
  return {
    id: `S${number}`,
    number,
    kind,
    spot,
    department: '',
    odd: false,
    rows: { ...rows, since: SINCE },
    nature: random.pick(kind.natures),
    voice: number,
  };
}

interface Telling {
  readonly seed: number;
  readonly before: Date;
  readonly settings: CitySettings;
}

function tellOften(matter: Matter, times: number, { seed, before, settings }: Telling): ToldRecord[] {
  const random = Random.of(seed, 'reports', matter.number);
  const latest = before.getTime() - random.between(0, 5 * DAY);
  return Array.from({ length: times }, (_, nth) => {
    const platform = PLATFORMS[nth % PLATFORMS.length];
    const reportedAt = new Date(Math.round(latest - random.between(0, 2 * DAY)));
    const citizen = matter.number * times + nth;
    const record: CityRecord = {
      platform,
      externalId: `S${seed}-${citizen}`,
      matterId: matter.id,
      reportedAt,
      updatedAt: reportedAt,
      ...tell(matter, platform, random),
      nature: matter.nature,
      urgency: '一般',
      category: matter.kind.category,
      place: placeOf(matter, platform, random),
      reporter: { name: `第${citizen}位`, phone: `139${String(citizen).padStart(8, '0')}` },
      withdrawn: false,
      answers: [],
    };
    return { platform, matter: matter.number, externalId: as<ExternalId>(record.externalId), bytes: render(record, settings) };
  });
}

function render(record: CityRecord, settings: CitySettings): Uint8Array {
  const categoryCode = (system: string, internal: string): string => settings.codes.get(system)?.get(internal) ?? '';
  if (record.platform === 'grid')
    return Buffer.from(JSON.stringify(renderGridEvent(record, { categoryCode } as Parameters<typeof renderGridEvent>[1])));
  const [lng, lat] = pointOf(record, 'GCJ02') ?? [];
  return anOrder(record.externalId, {
    callTime: localText(record.reportedAt, FORMAT),
    updateTime: localText(record.updatedAt, FORMAT),
    orderTitle: record.title,
    orderContent: record.body,
    appealType: record.nature,
    questionName: categoryCode('hotline-taxonomy@1', record.category),
    callerName: record.reporter.name,
    callerPhone: record.reporter.phone,
    address: record.place.address,
    street: record.place.street,
    community: record.place.community,
    lng: lng?.toFixed(6) ?? '',
    lat: lat?.toFixed(6) ?? '',
  });
}

import { MATTER_KINDS } from '#apps/city/matters/matter-kinds.js';
import type { MatterKind } from '#apps/city/matters/matter-kind.js';
import type { Matter } from '#apps/city/matters/matter.js';
import { placeOf } from '#apps/city/reports/report-place.js';
import { tell } from '#apps/city/reports/tell-report.js';
import type { Quarter } from '#apps/city/world/city-map.js';
import { Random } from '#apps/city/world/random.js';
import type { Spot } from '#apps/city/world/spot.js';
import type { CategoryCode, ExternalId, PlatformId, ReportId } from '#domain/ids.js';
import type { Report } from '#domain/report/report.js';

const FIRST = [
  ...'望听云岚汐晓星沙柳帆青锦观潮归银石枫澄揽朝暮临芦白礁灯渔海丁槐松竹惊谷清屿环船盐水磨织染书文学长启南北天春秋金宝永兴和',
];
const SECOND = [
  ...'澜涛渡山园泊垂鸥汀远屿帆海生榴林桥江月晖云港花鹭岩塔歌棠香荫涧溪雨蛰谷和阶厂仓影坊锦院苑庚明斗辰河汐安宁康泰顺昌盛荣华丰',
];
const ROAD_KINDS = ['路', '街', '路', '大道'] as const;
const ESTATE_KINDS = ['花园', '家园', '雅苑', '新村', '公寓', '小区'] as const;
const ROADS = FIRST.length * SECOND.length;
/** The city is 0.6° by 0.5°, some 54 by 55 km; a grid is some 450 metres wide. */
const [WEST, SOUTH, WIDE, HIGH] = [120, 36, 0.6, 0.5];
const GRID = 0.005;
/** Along a road, some ten metres from one door to the next. */
const DOOR = 0.0001;
const SINCE = ['好几天', '一个多星期', '半个月', '一个多月'] as const;
const DAY = 86_400_000;
const PLATFORMS = ['hotline', 'urban', 'grid'] as const;
const KINDS = MATTER_KINDS.filter(({ spot, personal }) => personal !== true && (spot === 'road' || spot === 'estate'));

/** A city of some millions of doors whose people write in the words of the simulated city's; everything follows from the seed. */
export class LargeCity {
  constructor(
    private readonly seed: number,
    private readonly days: number,
    private readonly until: Date,
  ) {}

  /** The nth matter as its nth teller reports it: other words, some metres off, hours later. */
  report(matter: number, teller: number, id: ReportId): Report {
    const drawn = Random.of(this.seed, 'matter', matter);
    const told = this.matterOf(matter, drawn);
    const began = this.until.getTime() - drawn.between(1, this.days) * DAY;
    const random = Random.of(this.seed, 'report', matter, teller);
    const platform = PLATFORMS[(matter + teller) % PLATFORMS.length];
    const place = placeOf(told, platform, random);
    const reportedAt = new Date(Math.round(began + teller * random.between(0, DAY)));
    const { title, body } = tell(told, platform, random);
    return {
      id,
      platform: platform as PlatformId,
      externalId: `L${matter}-${teller}` as ExternalId,
      reportedAt,
      sourceUpdatedAt: reportedAt,
      title,
      body,
      nature: 'complaint',
      urgency: 'normal',
      category: told.kind.category as CategoryCode,
      place: { ...place, gridCode: platform === 'hotline' && place.longitude === undefined ? undefined : place.gridCode },
      reporterHash: `c${this.seed}-${matter}-${teller}`,
    };
  }

  private matterOf(number: number, random: Random): Matter {
    const kind = random.pick(KINDS);
    const rows = Object.fromEntries(Object.entries(kind.facets).map(([name, options]) => [name, random.pick(options)]));
    const spot = spotOf(kind, random);
    return {
      id: '',
      number,
      kind,
      spot,
      department: '',
      odd: false,
      rows: { ...rows, since: SINCE },
      nature: '投诉',
      voice: number,
    };
  }
}

function spotOf(kind: MatterKind, random: Random): Spot {
  const road = random.int(0, ROADS - 1);
  const door = random.int(1, 400);
  const name = FIRST[road % FIRST.length] + SECOND[Math.floor(road / FIRST.length)];
  const line = Random.of(7, 'road', road);
  const [x, y, angle] = [line.between(0, WIDE), line.between(0, HIGH), line.between(0, Math.PI)];
  const longitude = WEST + x + door * DOOR * Math.cos(angle);
  const latitude = SOUTH + y + door * DOOR * Math.sin(angle);
  const [column, row] = [Math.floor((longitude - WEST) / GRID), Math.floor((latitude - SOUTH) / GRID)];
  const community = `${FIRST[Math.abs(column * 7 + row) % FIRST.length]}${SECOND[Math.abs(row * 5 + column) % SECOND.length]}社区`;
  const street = `${FIRST[Math.abs(column >> 3) % FIRST.length]}${SECOND[Math.abs(row >> 3) % SECOND.length]}街道`;
  return {
    kind: kind.spot,
    gridCode: `3702${String(500 + column).padStart(5, '0')}${String(500 + row).padStart(6, '0')}`,
    street,
    community,
    longitude,
    latitude,
    names: kind.spot === 'road' ? doorNames(name, road, door) : buildingNames(name, road, door, random.int(1, 4)),
    key: '',
    // nobody asks the city's map where this is
    quarter: undefined as unknown as Quarter,
    number: door,
    nth: 0,
  };
}

function doorNames(name: string, road: number, door: number): string[] {
  const named = name + ROAD_KINDS[road % ROAD_KINDS.length];
  return [
    `${named}${door}号`,
    `${named}${door}号附近`,
    `${named}${door}号门前`,
    `${named} ${door} 号旁边`,
    `${named}${door}号路段`,
  ];
}

function buildingNames(name: string, road: number, door: number, unit: number): string[] {
  const [named, building] = [name + ESTATE_KINDS[road % ESTATE_KINDS.length], 1 + (door % 30)];
  return [
    `${named}${building}栋${unit}单元`,
    `${named}${building}号楼${unit}单元`,
    `${named}${building}幢`,
    `${named}${building}号楼`,
  ];
}

import { DateTime } from 'luxon';
import type { Matter } from '../matters/matter.js';
import type { CityPlatform, CityRecord } from '../world/city-record.js';
import { takesTurn } from '../world/turns.js';
import { Random } from '../world/random.js';
import type { ExternalIds } from './external-id.js';
import { ADDENDA, GIVEN_NAMES, RELAY_OPENINGS, SURNAMES } from './frames.js';
import { placeOf } from './report-place.js';
import type { ReportTime } from './report-times.js';
import { tell } from './tell-report.js';

/** A change a citizen makes to a record after it appeared. */
export interface PlannedChange {
  readonly afterMs: number;
  readonly change: { readonly body?: string; readonly withdrawn?: boolean };
}

/** A record and when it appears, in milliseconds from the start. */
export interface PlannedReport {
  readonly appearsAt: number;
  readonly record: CityRecord;
  readonly later?: PlannedChange;
}

export interface ReportPlan {
  readonly seed: number;
  /** Instant that the times count from. */
  readonly start: Date;
  readonly ids: ExternalIds;
  readonly siblings: ReadonlyMap<string, readonly string[]>;
}

const PLATFORMS: readonly (readonly [CityPlatform, number])[] = [
  ['hotline', 40],
  ['urban', 20],
  ['portal', 15],
  ['grid', 15],
  ['ejia', 10],
];

/** How many people report a matter. */
export function reportCount(matter: Matter, random: Random): number {
  const weights: readonly (readonly [number, number])[] = [
    [1, 60],
    [2, 20],
    [3, 11],
    [4, 5],
    [5, 2],
    [6, 2],
  ];
  const count = random.weighted(weights);
  return matter.kind.personal ? Math.min(count, 2) : count;
}

/** What a platform gives for a matter that it wants at once. */
const HURRY_MS = 3000;

/** All reports of a matter: in different words, by different people, over different platforms; some copied, some repeated. */
export function planReports(matter: Matter, times: readonly ReportTime[], plan: ReportPlan): PlannedReport[] {
  const planned: PlannedReport[] = [];
  times.forEach((time, nth) => {
    const random = Random.of(plan.seed, 'report', matter.number, nth);
    const words = Random.of(plan.seed, 'words', matter.voice, nth);
    const first = planned[0]?.record;
    if (first && (matter.kind.personal || random.chance(0.08))) planned.push(repeat(first, time, plan));
    else if (first?.platform === 'hotline' && random.chance(0.4)) planned.push(relay(first, matter, time, plan, random));
    else planned.push(fresh(matter, time, plan, random, words));
  });
  return planned;
}

function fresh(matter: Matter, time: ReportTime, plan: ReportPlan, random: Random, words: Random): PlannedReport {
  const platform = random.weighted(PLATFORMS);
  const reportedAt = instant(plan, time.reportedAt);
  const telling = tell(matter, platform, words);
  const record: CityRecord = {
    platform,
    externalId: plan.ids.next(platform, reportedAt),
    matterId: matter.id,
    reportedAt,
    updatedAt: reportedAt,
    ...telling,
    nature: platform === 'urban' ? '其他' : random.chance(0.9) ? matter.nature : '求助',
    urgency: urgencyOf(matter, random),
    category: categoryOf(matter, plan, random),
    place: placeOf(matter, platform, random),
    reporter: person(random),
    dueAt: platform === 'portal' || platform === 'ejia' ? undefined : dueOf(matter, time, plan),
    withdrawn: false,
    answers: [],
  };
  return { appearsAt: time.appearsAt, record, later: laterOf(record, random) };
}

/** 转办: another platform gets a copy of the hotline's order. */
function relay(first: CityRecord, matter: Matter, time: ReportTime, plan: ReportPlan, random: Random): PlannedReport {
  const platform = random.chance(0.6) ? 'urban' : 'grid';
  const reportedAt = instant(plan, time.reportedAt);
  const number = random.chance(0.3) ? `（工单号${first.externalId}）` : '';
  const record: CityRecord = {
    ...first,
    platform,
    externalId: plan.ids.next(platform, reportedAt),
    reportedAt,
    updatedAt: reportedAt,
    body: random.pick(RELAY_OPENINGS) + first.body + number,
    place: placeOf(matter, platform, random),
    relayOf: { platform: first.platform, externalId: first.externalId },
    dueAt: dueOf(matter, time, plan),
    answers: [],
  };
  return { appearsAt: time.appearsAt, record };
}

/** The same citizen sends the very same once more. */
function repeat(first: CityRecord, time: ReportTime, plan: ReportPlan): PlannedReport {
  const reportedAt = instant(plan, time.reportedAt);
  const externalId = plan.ids.next(first.platform, reportedAt);
  return { appearsAt: time.appearsAt, record: { ...first, externalId, reportedAt, updatedAt: reportedAt, answers: [] } };
}

const instant = (plan: ReportPlan, offset: number): Date => new Date(plan.start.getTime() + offset);

function categoryOf(matter: Matter, plan: ReportPlan, random: Random): string {
  const siblings = plan.siblings.get(matter.kind.category) ?? [];
  return siblings.length > 0 && random.chance(0.05) ? random.pick(siblings) : matter.kind.category;
}

const urgencyOf = (matter: Matter, random: Random): string =>
  random.chance(0.93) ? (matter.kind.urgency ?? '一般') : matter.kind.urgency ? '一般' : '疑难';

function dueOf(matter: Matter, { appearsAt, reportedAt }: ReportTime, plan: ReportPlan): Date {
  if (takesTurn(plan.seed, 'hurried', matter.id)) return instant(plan, appearsAt + HURRY_MS);
  return dueAt(matter, instant(plan, reportedAt));
}

function dueAt(matter: Matter, reportedAt: Date): Date {
  const limit = matter.kind.urgency === '特急' ? { hours: 2 } : matter.kind.urgency === '紧急' ? { hours: 24 } : { days: 7 };
  return DateTime.fromJSDate(reportedAt, { zone: 'Asia/Shanghai' }).plus(limit).toJSDate();
}

function person(random: Random): { name: string; phone: string } {
  const phone = `1${random.pick(['38', '39', '86', '57', '76', '99'])}${String(random.int(0, 99_999_999)).padStart(8, '0')}`;
  return { name: random.pick(SURNAMES) + random.pick(GIVEN_NAMES), phone };
}

/** A few citizens add something or think better of it. */
function laterOf(record: CityRecord, random: Random): PlannedChange | undefined {
  const drawn = random.next();
  const afterMs = random.int(200, 1500);
  if (drawn < 0.03) return { afterMs, change: { body: record.body + random.pick(ADDENDA) } };
  return drawn < 0.045 ? { afterMs, change: { withdrawn: true } } : undefined;
}

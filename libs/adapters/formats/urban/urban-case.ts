import { as } from '#domain/ids.js';
import type { ExternalId, PlatformId } from '#domain/ids.js';
import type { MappedRecord } from '#domain/ports/platform-adapter.js';
import type { Evaluation, ReportDraft, SourceCategory } from '#domain/report/report.js';
import type { FieldReader } from '../field-reader.js';
import type { Fields } from '../parse-json.js';
import { gridCodeOf, present, readRecord, reporterOf } from '../read-record.js';
import type { Identity } from '../read-record.js';
import { titleOf } from '../vocabulary.js';
import { planarToWgs84 } from './planar.js';
import { linkOf } from './urban-links.js';
import type { UrbanSettings } from './urban-settings.js';

/** What a 数字城管 platform calls the fields of a case. */
export interface UrbanNames {
  readonly id: string;
  readonly updatedAt: string;
  readonly reportedAt: string;
  readonly description: string;
  /** `事件`/`E` or `部件`/`P`. */
  readonly kind: string;
  readonly bigClass: string;
  readonly smallClass: string;
  readonly urgent: string;
  readonly component: string;
  readonly grid: string;
  readonly x: string;
  readonly y: string;
  readonly address: string;
  readonly street: string;
  readonly community: string;
  readonly reporter: string;
  readonly phone: string;
  readonly dueAt: string;
  readonly status: string;
  /** The 12345 order it came from. */
  readonly hotlineOrder: string;
  /** 满意 基本满意 一般 不满意 */
  readonly satisfaction: string;
  /** 实际解决 or 解释说明; platforms without it count a content citizen as served. */
  readonly valuation?: string;
  readonly visitedAt: string;
}

/** How the platforms write times. */
export const URBAN_TIMES = ['iso', 'yyyy-MM-dd HH:mm:ss', 'yyyy/MM/dd HH:mm:ss'] as const;

const PART = /^(部件|P|2)$/i;
const SATISFIED = /^(满意|基本满意)$/;

/** `E` (事件) or `P` (部件) with the big and the small class, in the numbers of the platform's own generation. */
function categoryOf(entry: FieldReader, names: UrbanNames, system: string): SourceCategory | undefined {
  const big = entry.text(names.bigClass)?.trim();
  const small = entry.text(names.smallClass)?.trim();
  if (big === undefined || small === undefined) return undefined;
  const letter = PART.test(entry.text(names.kind)?.trim() ?? '') ? 'P' : 'E';
  return { system, code: `${letter}${big}${small}` };
}

function evaluationOf(entry: FieldReader, names: UrbanNames, updatedAt: Date): Evaluation | undefined {
  const word = entry.text(names.satisfaction)?.trim();
  const at = entry.instant(names.visitedAt) ?? updatedAt;
  if (word === undefined) return undefined;
  const satisfied = SATISFIED.test(word);
  const valuation = names.valuation === undefined ? undefined : entry.text(names.valuation)?.trim();
  return { solved: valuation === undefined ? satisfied : valuation === '实际解决', satisfied, at };
}

function pointOf(entry: FieldReader, names: UrbanNames, { coordinates, planarPoints }: UrbanSettings) {
  if (coordinates !== 'planar') return entry.point(names.x, names.y, coordinates);
  return planarPoints ? entry.point(names.x, names.y, planarToWgs84(planarPoints)) : {};
}

function relayOf(entry: FieldReader, names: UrbanNames, platform: string): ReportDraft['relayOf'] {
  const order = entry.text(names.hotlineOrder)?.trim();
  return order === undefined ? undefined : { platform: as<PlatformId>(platform), externalId: as<ExternalId>(order) };
}

function readCase(
  entry: FieldReader,
  identity: Identity,
  names: UrbanNames,
  settings: UrbanSettings,
  isAnswered: (entry: FieldReader) => boolean,
): ReportDraft {
  const body = entry.requiredText(names.description);
  const evaluation = evaluationOf(entry, names, identity.sourceUpdatedAt);
  return present({
    ...identity,
    reportedAt: entry.requiredInstant(names.reportedAt),
    title: titleOf(body),
    body,
    // the platform knows no 性质; its inspectors and callers report what is wrong
    nature: 'complaint' as const,
    urgency: entry.flag(names.urgent, '1', '是') ? ('urgent' as const) : ('normal' as const),
    sourceCategory: categoryOf(entry, names, settings.categorySystem),
    place: present({
      address: entry.text(names.address),
      street: entry.text(names.street),
      community: entry.text(names.community),
      gridCode: gridCodeOf(entry.text(names.grid)?.trim()),
      componentCode: entry.text(names.component)?.trim(),
      ...pointOf(entry, names, settings),
    }),
    reporter: reporterOf(entry.text(names.reporter), entry.text(names.phone)),
    sourceDueAt: entry.instant(names.dueAt),
    relayOf: relayOf(entry, names, settings.relayPlatform),
    evaluation,
    echo: isAnswered(entry) && !evaluation ? true : undefined,
  });
}

/** Whether the platform has thrown the case out; a status nobody knows could mean that, so it is a fault. */
function isVoid(entry: FieldReader, names: UrbanNames, { statuses }: UrbanSettings): boolean {
  const status = entry.text(names.status);
  if (status === undefined) return false;
  const link = linkOf(status, statuses);
  if (link === undefined) entry.fault(names.status, `不认识的环节：${status.slice(0, 20)}`);
  return link === 'void';
}

/** A case's fields → what it says; `isAnswered` sees our own answer in it. */
export const mapUrbanCase = (
  fields: Fields | undefined,
  names: UrbanNames,
  settings: UrbanSettings,
  isAnswered: (entry: FieldReader) => boolean,
): MappedRecord =>
  readRecord(
    fields,
    { zone: settings.zone, formats: URBAN_TIMES },
    {
      identity: (entry) => ({
        externalId: as<ExternalId>(entry.requiredText(names.id).trim()),
        sourceUpdatedAt: entry.requiredInstant(names.updatedAt),
      }),
      withdrawn: (entry) => isVoid(entry, names, settings),
      report: (entry, identity) => readCase(entry, identity, names, settings, isAnswered),
    },
  );

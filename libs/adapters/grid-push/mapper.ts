import { as } from '#domain/ids.js';
import type { ExternalId, PlatformId } from '#domain/ids.js';
import type { MappedRecord } from '#domain/ports/platform-adapter.js';
import type { Evaluation, Relay, ReportDraft, Urgency } from '#domain/report/report.js';
import type { FieldReader } from '../formats/field-reader.js';
import { gridCodeOf, jsonFields, present, readRecord, reporterOf } from '../formats/read-record.js';
import type { Identity } from '../formats/read-record.js';
import { natureOf, titleOf } from '../formats/vocabulary.js';
import type { GridPushSettings } from './config.js';
import { GRID_TIMES } from './times.js';

const LEVELS: ReadonlyMap<string, Urgency> = new Map([
  ['1', 'emergency'],
  ['2', 'urgent'],
]);

/** `hotline:123` → the platform and its record; without a platform only the record. */
function relayOf(sourceRef: string | undefined): Relay | undefined {
  const [, platform, id] = /^(?:([a-z][\w-]*):)?(.+)$/su.exec(sourceRef?.trim() ?? '') ?? [];
  if (id === undefined) return undefined;
  return present({ platform: platform === undefined ? undefined : as<PlatformId>(platform), externalId: as<ExternalId>(id) });
}

function evaluationOf(event: FieldReader, changedAt: Date): Evaluation | undefined {
  const callback = event.inner('callback');
  if (!callback) return undefined;
  return {
    solved: callback.flag('solved', 'true'),
    satisfied: callback.flag('satisfied', 'true'),
    at: callback.instant('time') ?? changedAt,
  };
}

function readEvent(event: FieldReader, identity: Identity, settings: GridPushSettings): ReportDraft {
  const body = event.requiredText('eventDesc');
  const code = event.text('typeCode');
  const evaluation = evaluationOf(event, identity.sourceUpdatedAt);
  const answered = event.inner('reply')?.text('ref') !== undefined || event.hasItems('followUpRefs');
  return present({
    ...identity,
    reportedAt: event.requiredInstant('happenTime'),
    title: event.text('eventName') ?? titleOf(body),
    body,
    nature: natureOf(event.text('natureName')),
    urgency: LEVELS.get(event.text('level') ?? '') ?? 'normal',
    sourceCategory: code === undefined ? undefined : { system: settings.categorySystem, code: code.trim() },
    place: present({
      address: event.text('address'),
      street: event.text('street'),
      community: event.text('community'),
      gridCode: gridCodeOf(event.text('gridCode')?.trim()),
      ...event.point('x', 'y', settings.coordinates),
    }),
    reporter: reporterOf(event.text('reporter'), event.text('reporterPhone')),
    sourceDueAt: event.instant('deadline'),
    relayOf: relayOf(event.text('sourceRef')),
    evaluation,
    echo: answered && !evaluation ? true : undefined,
  });
}

/** A pushed event → what it says. */
export function mapEvent(bytes: Uint8Array, settings: GridPushSettings): MappedRecord {
  return readRecord(
    jsonFields(bytes),
    { zone: settings.zone, formats: GRID_TIMES },
    {
      identity: (event) => ({
        externalId: as<ExternalId>(event.requiredText('eventId')),
        sourceUpdatedAt: event.requiredInstant('changeTime'),
      }),
      withdrawn: (event) => event.text('state') === 'void',
      report: (event, identity) => readEvent(event, identity, settings),
    },
  );
}

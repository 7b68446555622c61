import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import type { MappedRecord } from '#domain/ports/platform-adapter.js';
import type { Evaluation, ReportDraft } from '#domain/report/report.js';
import type { FieldReader } from '../formats/field-reader.js';
import { jsonFields, present, readRecord, reporterOf } from '../formats/read-record.js';
import type { Identity } from '../formats/read-record.js';
import { natureOf } from '../formats/vocabulary.js';
import type { PortalSettings } from './config.js';
import { PORTAL_TIMES } from './times.js';

function evaluationOf(message: FieldReader, modifiedAt: Date): Evaluation | undefined {
  const score = message.inner('score');
  if (!score) return undefined;
  return { solved: score.flag('solve', '1'), satisfied: score.flag('satisfy', '1'), at: score.instant('time') ?? modifiedAt };
}

function readMessage(message: FieldReader, identity: Identity, settings: PortalSettings): ReportDraft {
  const domain = message.text('domain');
  const evaluation = evaluationOf(message, identity.sourceUpdatedAt);
  const answered = message.inner('reply')?.text('ref') !== undefined || message.hasItems('followUpRefs');
  return present({
    ...identity,
    reportedAt: message.requiredInstant('createdAt'),
    title: message.text('subject') ?? '',
    body: message.requiredText('content'),
    nature: natureOf(message.text('typeName')),
    urgency: 'normal' as const,
    sourceCategory: domain === undefined ? undefined : { system: settings.categorySystem, code: domain, name: domain },
    place: present({ street: message.text('area') }),
    reporter: reporterOf(message.text('userName'), message.text('userPhone')),
    evaluation,
    echo: answered && !evaluation ? true : undefined,
  });
}

/** A message of the portal → what it says. */
export function mapMessage(bytes: Uint8Array, settings: PortalSettings): MappedRecord {
  return readRecord(
    jsonFields(bytes),
    { zone: settings.zone, formats: PORTAL_TIMES },
    {
      identity: (message) => ({
        externalId: as<ExternalId>(message.requiredText('msgId')),
        sourceUpdatedAt: message.requiredInstant('modifiedAt'),
      }),
      withdrawn: (message) => message.text('status') === '9',
      report: (message, identity) => readMessage(message, identity, settings),
    },
  );
}

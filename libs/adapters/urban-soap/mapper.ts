import { as } from '#domain/ids.js';
import type { ExternalId, PlatformId } from '#domain/ids.js';
import type { MappedRecord } from '#domain/ports/platform-adapter.js';
import type { Evaluation, ReportDraft, SourceCategory } from '#domain/report/report.js';
import { decodeText } from '../formats/decode-text.js';
import type { FieldReader } from '../formats/field-reader.js';
import { fieldOf, isFields } from '../formats/parse-json.js';
import type { Fields } from '../formats/parse-json.js';
import { parseXml } from '../formats/parse-xml.js';
import { gridCodeOf, present, readRecord, reporterOf } from '../formats/read-record.js';
import type { Identity } from '../formats/read-record.js';
import { titleOf } from '../formats/vocabulary.js';
import type { UrbanSoapSettings } from './config.js';
import { URBAN_TIMES } from './times.js';

function caseFields(bytes: Uint8Array): Fields | undefined {
  const text = decodeText(bytes, 'utf-8');
  const document = text === undefined ? undefined : parseXml(text);
  const found = document && fieldOf(document, 'case');
  return isFields(found) ? found : undefined;
}

/** `E` (事件) or `P` (部件) with the big and the small class, in the older generation's numbers. */
function categoryOf(entry: FieldReader, system: string): SourceCategory | undefined {
  const big = entry.text('BIGCLASS');
  const small = entry.text('SMALLCLASS');
  if (big === undefined || small === undefined) return undefined;
  const letter = entry.text('KIND') === '部件' ? 'P' : 'E';
  return { system, code: `${letter}${big.trim()}${small.trim()}` };
}

function evaluationOf(entry: FieldReader, updatedAt: Date): Evaluation | undefined {
  const visit = entry.text('VISIT');
  const at = entry.instant('VISITTIME') ?? updatedAt;
  if (visit === undefined) return undefined;
  return { solved: visit === '满意', satisfied: visit === '满意', at };
}

function readCase(entry: FieldReader, identity: Identity, settings: UrbanSoapSettings): ReportDraft {
  const body = entry.requiredText('CASEDESC');
  const relayed = entry.text('HOTLINESN')?.trim();
  const evaluation = evaluationOf(entry, identity.sourceUpdatedAt);
  const answered = entry.text('FEEDBACKREF') !== undefined || entry.text('FOLLOWUPREFS') !== undefined;
  return present({
    ...identity,
    reportedAt: entry.requiredInstant('REPORTTIME'),
    title: titleOf(body),
    body,
    // the platform knows no 性质; its inspectors and callers report what is wrong
    nature: 'complaint' as const,
    urgency: entry.flag('URGENT', '1') ? ('urgent' as const) : ('normal' as const),
    sourceCategory: categoryOf(entry, settings.categorySystem),
    place: present({
      address: entry.text('ADDRESS'),
      street: entry.text('STREET'),
      community: entry.text('COMMUNITY'),
      gridCode: gridCodeOf(entry.text('GRIDCODE')?.trim()),
      componentCode: entry.text('PARTSN')?.trim(),
      ...entry.point('COORDX', 'COORDY', settings.coordinates),
    }),
    reporter: reporterOf(entry.text('REPORTER'), entry.text('PHONE')),
    sourceDueAt: entry.instant('LIMITTIME'),
    relayOf:
      relayed === undefined
        ? undefined
        : { platform: as<PlatformId>(settings.relayPlatform), externalId: as<ExternalId>(relayed) },
    evaluation,
    echo: answered && !evaluation ? true : undefined,
  });
}

/** A `<case>` element → what it says. */
export function mapCase(bytes: Uint8Array, settings: UrbanSoapSettings): MappedRecord {
  return readRecord(
    caseFields(bytes),
    { zone: settings.zone, formats: URBAN_TIMES },
    {
      identity: (entry) => ({
        externalId: as<ExternalId>(entry.requiredText('TASKID').trim()),
        sourceUpdatedAt: entry.requiredInstant('UPDATETIME'),
      }),
      withdrawn: (entry) => entry.text('STATUS')?.trim() === '90',
      report: (entry, identity) => readCase(entry, identity, settings),
    },
  );
}

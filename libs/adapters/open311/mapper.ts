import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import type { MappedRecord } from '#domain/ports/platform-adapter.js';
import type { ReportDraft, SourceCategory } from '#domain/report/report.js';
import type { FieldReader } from '../formats/field-reader.js';
import { present, readRecord } from '../formats/read-record.js';
import type { Identity } from '../formats/read-record.js';
import { titleOf } from '../formats/vocabulary.js';
import type { Open311Settings } from './config.js';
import { requestFields } from './georeport-body.js';
import { OPEN311_TIMES } from './times.js';

type Origin = Identity & Pick<ReportDraft, 'reportedAt'>;

function originOf(request: FieldReader): Origin {
  const externalId = as<ExternalId>(request.requiredText('service_request_id').trim());
  const reportedAt = request.requiredInstant('requested_datetime');
  // a city that has not touched a request yet leaves its change empty
  return { externalId, reportedAt, sourceUpdatedAt: request.instant('updated_datetime') ?? reportedAt };
}

function categoryOf(
  request: FieldReader,
  { categorySystem, jurisdictionId, baseUrl }: Open311Settings,
): SourceCategory | undefined {
  const name = request.text('service_name')?.trim();
  const code = request.text('service_code')?.trim() ?? name;
  const system = categorySystem ?? `open311@${jurisdictionId ?? new URL(baseUrl).hostname}`;
  return code === undefined ? undefined : present({ system, code, name });
}

/** What the citizen wrote. Many cities keep that to themselves; then the kind of service and the address must do. */
function wordsOf(
  request: FieldReader,
  category: SourceCategory | undefined,
): Pick<ReportDraft, 'title' | 'body' | 'textIsGenerated'> {
  const description = request.text('description');
  if (description !== undefined) return { title: titleOf(description), body: description };
  const kind = category?.name ?? category?.code;
  if (kind === undefined) request.fault('description', '缺少诉求内容，也没有服务类别');
  const body = [kind, request.text('address')].filter((part) => part !== undefined).join('：');
  return { title: titleOf(kind ?? ''), body, textIsGenerated: true };
}

function readRequest(request: FieldReader, origin: Origin, settings: Open311Settings): ReportDraft {
  const sourceCategory = categoryOf(request, settings);
  return present({
    ...origin,
    ...wordsOf(request, sourceCategory),
    // GeoReport knows neither 性质 nor 紧急程度; it is for reporting what is wrong
    nature: 'complaint' as const,
    urgency: 'normal' as const,
    sourceCategory,
    place: present({ address: request.text('address'), ...request.point('long', 'lat', 'WGS84') }),
    sourceDueAt: request.instant('expected_datetime'),
  });
}

/** One `request` of GeoReport v2, in JSON or XML → what it says. */
export function mapRequest(bytes: Uint8Array, settings: Open311Settings): MappedRecord {
  return readRecord(
    requestFields(bytes),
    { zone: settings.zone, formats: OPEN311_TIMES },
    {
      identity: originOf,
      // the standard knows open and closed only; mySociety's list adds this one
      withdrawn: (request) => /^cancell?ed$/i.test(request.text('status')?.trim() ?? ''),
      report: (request, origin) => readRequest(request, origin, settings),
    },
  );
}

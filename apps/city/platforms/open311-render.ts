import type { CityRecord } from '../world/city-record.js';
import type { Listed } from './broken-extras.js';
import { shownAnswer, wholeText } from './city-answers.js';
import type { CityContext } from './city-context.js';
import { pointOf } from './city-coordinates.js';
import { localText } from './city-time.js';
import type { Fields } from './open311-document.js';
import type { Open311Options } from './open311-options.js';

const FORMAT = "yyyy-MM-dd'T'HH:mm:ssZZ";

/** A time as W3C has it, with the city's own offset. */
export const w3c = (at: Date): string => localText(at, FORMAT);

export const codeSystemOf = ({ codeSystem }: Open311Options): string => codeSystem ?? 'open311@city';

function statusOf(record: CityRecord): string {
  if (record.withdrawn) return 'cancelled';
  return shownAnswer(record) ? 'closed' : 'open';
}

/** What Chicago adds when it is asked for extensions. */
function extensionsOf(record: CityRecord): Fields {
  const notes = record.answers.map(({ at, final, text }) => ({
    datetime: w3c(at),
    summary: final ? 'Request closed' : 'Request updated',
    description: text,
    type: final ? 'closed' : 'activity',
  }));
  return {
    attributes: { NATURE: record.nature, URGENCY: record.urgency },
    extended_attributes: { channel: 'phone', ward: record.place.street },
    notes: notes.length === 0 ? null : { note: notes },
  };
}

/** A record as GeoReport v2 shows it; a broken one has a time nobody can read, or no number but a token yet. */
export function renderRequest(
  { record, defect }: Listed,
  context: CityContext,
  options: Open311Options,
  withExtensions: boolean,
): Fields {
  const point = pointOf(record, 'WGS84');
  const code = context.categoryCode(codeSystemOf(options), record.category);
  const number = defect === 'missing-field' ? { token: `t-${record.externalId}` } : { service_request_id: record.externalId };
  return {
    ...number,
    status: statusOf(record),
    status_notes: shownAnswer(record)?.text ?? null,
    service_name: code === '' ? null : `服务 ${code}`,
    service_code: code === '' ? null : code,
    description: wholeText(record),
    agency_responsible: shownAnswer(record)?.department ?? null,
    service_notice: null,
    requested_datetime: defect === 'broken-time' ? '2026-13-45T99:99:99+08:00' : w3c(record.reportedAt),
    updated_datetime: w3c(record.updatedAt),
    expected_datetime: record.dueAt ? w3c(record.dueAt) : null,
    address: record.place.address,
    address_id: null,
    zipcode: null,
    lat: point ? Number(point[1].toFixed(6)) : null,
    long: point ? Number(point[0].toFixed(6)) : null,
    media_url: null,
    ...(withExtensions && extensionsOf(record)),
  };
}

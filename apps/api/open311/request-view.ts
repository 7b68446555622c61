import { readInboxRecord } from '#adapters/open311-inbox/record.js';
import type { InboxRecord } from '#adapters/open311-inbox/record.js';
import { STATUS_FACTS } from '#domain/case/case-status.js';
import type { AskedRequest } from '#storage/reading/asked-requests.js';
import { hideIdentities } from '#domain/privacy/hide-identities.js';
import { requestStatus } from './status-words.js';
import { w3cTime } from './w3c-time.js';

/** Names that a request needs beside its own row. */
export interface RequestWords {
  readonly zone: string;
  service(code: string): string | null;
  department(id: string): string;
}

/** A record that still waits for the hub to read it. */
const WAITING = '已收到，待立案';

/** A request as GeoReport shows it: what was reported and where it stands, nothing of who reported it. */
export function requestView(asked: AskedRequest, words: RequestWords) {
  const reported = reportedPart(readInboxRecord(asked.bytes), words);
  const { place } = asked;
  return {
    service_request_id: asked.externalId,
    ...reported,
    ...standing(asked, words),
    ...times(asked, reported.requested_datetime, words.zone),
    address: place?.address ?? reported.address,
    address_id: place?.gridCode ?? null,
    zipcode: null,
    lat: place?.latitude ?? null,
    long: place?.longitude ?? null,
  };
}

/** What the client told us, in its own words. */
function reportedPart(record: InboxRecord | undefined, words: RequestWords) {
  const code = record?.service_code ?? '';
  return {
    service_code: code,
    service_name: words.service(code),
    description: record && !record.generated ? hideIdentities(record.description) : null,
    requested_datetime: w3cTime(new Date(record?.requested_datetime ?? 0), words.zone),
    address: record?.address_string ?? null,
    media_url: record?.media_url[0] ?? null,
  };
}

function standing(asked: AskedRequest, words: RequestWords) {
  const status = asked.withdrawnAt ? 'withdrawn' : asked.status;
  return {
    status: status ? requestStatus(status) : 'open',
    status_notes: status ? STATUS_FACTS[status].label : WAITING,
    agency_responsible: asked.lead === null ? null : words.department(asked.lead),
    service_notice: asked.answer ? hideIdentities(asked.answer.text) : null,
  };
}

function times({ withdrawnAt, changedAt, dueAt }: AskedRequest, requested: string, zone: string) {
  const updatedAt = withdrawnAt ?? changedAt;
  return {
    updated_datetime: updatedAt ? w3cTime(updatedAt, zone) : requested,
    expected_datetime: dueAt && w3cTime(dueAt, zone),
  };
}

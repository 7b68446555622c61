import { createHash } from 'node:crypto';
import { as } from '#domain/ids.js';
import type { ExternalId, PlatformId } from '#domain/ids.js';
import type { Nature } from '#domain/report/report.js';
import { canonicalJson, isFields } from '../formats/parse-json.js';
import { jsonFields } from '../formats/read-record.js';

/** What the citizen's side said later; `said` is set where it is more than words. */
export interface InboxComment {
  readonly update_id: string;
  /** ISO instant at which it reached us. */
  readonly at: string;
  readonly text: string;
  readonly said?: 'unsolved' | 'withdrawn';
  readonly media_url: readonly string[];
}

/** One report of an Open311 client as we keep it: the client's fields under their own names, and what followed. */
export interface InboxRecord {
  readonly service_request_id: ExternalId;
  /** ISO instants: when it reached us, and when its newest change did. */
  readonly requested_datetime: string;
  readonly updated_datetime: string;
  readonly service_code: string;
  readonly description: string;
  /** The client gave no description: it is the name of the service. */
  readonly generated?: boolean;
  readonly title?: string;
  readonly nature?: Nature;
  readonly lat?: string;
  readonly long?: string;
  readonly address_string?: string;
  readonly address_id?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly media_url: readonly string[];
  readonly withdrawn?: boolean;
  readonly updates: readonly InboxComment[];
  /** Fields we make nothing of, as they came. */
  readonly more: Readonly<Record<string, string>>;
}

const ID_CHARACTERS = 16;

const digestOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, ID_CHARACTERS);

/** The id of what a client calls `reference`: the same reference is the same request, however often it is sent. */
export const requestIdOf = (platform: PlatformId, reference: string): ExternalId =>
  as<ExternalId>(digestOf(['request', platform, reference]));

/** Our id of what a client calls `reference` among the updates of one request. */
export const updateIdOf = (platform: PlatformId, requestId: string, reference: string): string =>
  digestOf(['update', platform, requestId, reference]);

export const recordBytes = (record: InboxRecord): Uint8Array => canonicalJson(record);

/** A record we have kept; undefined for bytes that are none. */
export function readInboxRecord(bytes: Uint8Array): InboxRecord | undefined {
  const fields = jsonFields(bytes);
  const isOurs = fields && typeof fields['description'] === 'string' && commentsOf(fields['updates']).length >= 0;
  return isOurs ? ({ media_url: [], ...fields, updates: commentsOf(fields['updates']) } as unknown as InboxRecord) : undefined;
}

/** The comments of a record, whatever stands in their place. */
export const commentsOf = (value: unknown): readonly InboxComment[] =>
  Array.isArray(value) ? value.filter((item) => isFields(item) && typeof item['text'] === 'string').map(toComment) : [];

const toComment = (item: InboxComment): InboxComment => ({ ...item, media_url: addressesOf(item.media_url) });

/** Addresses of pictures, whatever stands in their place. */
export const addressesOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

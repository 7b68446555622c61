import type { ExternalId } from '#domain/ids.js';
import { NATURES } from '#domain/report/report.js';
import type { Nature } from '#domain/report/report.js';
import { present } from '../formats/read-record.js';
import type { InboxRecord } from './record.js';

/** Attributes under which clients send their own number of a report. */
const REFERENCES = ['attribute[fixmystreet_id]', 'attribute[client_reference]'] as const;

/** Fields that say what is reported, where, and by whom: without a number of the client's, they tell two reports apart. */
const CONTENT = [
  'service_code',
  'description',
  'lat',
  'long',
  'address_string',
  'address_id',
  'first_name',
  'last_name',
  'email',
  'phone',
  'account_id',
  'device_id',
] as const;

/** Fields with a place of their own in the record, and the secret, which has none. */
const KNOWN: ReadonlySet<string> = new Set([
  'api_key',
  'service_code',
  'description',
  'lat',
  'long',
  'address_string',
  'address_id',
  'first_name',
  'last_name',
  'phone',
  'media_url',
  'attribute[title]',
  'attribute[nature]',
]);

/** A field of a form; blanks around it and an empty one count as nothing. */
export const fieldOfForm = (form: URLSearchParams, name: string): string | undefined =>
  form.get(name)?.replaceAll('\r\n', '\n').trim() || undefined;

/** The client's own number of a report, where it gives one. */
export const clientReference = (form: URLSearchParams): string | undefined =>
  REFERENCES.map((name) => fieldOfForm(form, name)).find((value) => value !== undefined);

/** What makes two reports the same: the client's number, or all that is said, on the same day. */
export const identityOf = (form: URLSearchParams, day: string): string =>
  clientReference(form) ?? JSON.stringify([day, ...CONTENT.map((name) => fieldOfForm(form, name) ?? '')]);

/** A reported form as a record; `serviceName` stands in where the client says nothing. */
export function takeReport(
  form: URLSearchParams,
  { id, at, serviceName }: { readonly id: ExternalId; readonly at: Date; readonly serviceName: string },
): InboxRecord {
  const field = (name: string): string | undefined => fieldOfForm(form, name);
  const description = field('description');
  const nature = field('attribute[nature]');
  const name = [field('first_name'), field('last_name')].filter((part) => part !== undefined && part !== '-').join(' ');
  return present({
    service_request_id: id,
    requested_datetime: at.toISOString(),
    updated_datetime: at.toISOString(),
    service_code: field('service_code') ?? '',
    description: description ?? serviceName,
    generated: description === undefined ? true : undefined,
    title: field('attribute[title]'),
    nature: NATURES.includes(nature as Nature) ? (nature as Nature) : undefined,
    lat: field('lat'),
    long: field('long'),
    address_string: field('address_string'),
    address_id: field('address_id'),
    name: name || undefined,
    phone: field('phone'),
    media_url: mediaOf(form),
    updates: [],
    more: Object.fromEntries([...form].filter(([name, value]) => !KNOWN.has(name) && value !== '')),
  });
}

/** Addresses of pictures; some clients send several. */
export const mediaOf = (form: URLSearchParams): string[] => form.getAll('media_url').filter((address) => address !== '');

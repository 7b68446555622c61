import { localText } from '#apps/city/platforms/city-time.js';
import type { Open311Options } from '#apps/city/platforms/open311-options.js';
import { mountOpen311 } from '#apps/city/platforms/open311.js';
import type { ContractKind } from '../contract-kind.js';
import { jsonWire } from '../wire/json-wire.js';
import { xmlWire } from '../wire/xml-wire.js';

const KEY = 'sesame-open311';
const NO_FIELD = 'GeoReport v2 has no such field';
const NO_TEXT = 'the standard requires no description: without one the kind of service and the address are the text';

interface Variant extends Pick<Open311Options, 'dialect' | 'mostRows'> {
  readonly format: 'json' | 'xml';
}

/** A city of one dialect, spoken to in one format. */
export const open311Kind = ({ dialect, format, mostRows }: Variant): ContractKind => ({
  platform: 'hotline',
  transport: 'http',
  wire: format === 'json' ? jsonWire('') : xmlWire('service_requests.request', 'request'),
  fields: {
    id: 'service_request_id',
    text: 'description',
    reportedAt: 'requested_datetime',
    changedAt: 'updated_datetime',
    longitude: 'long',
    latitude: 'lat',
  },
  time: (at) => localText(at, "yyyy-MM-dd'T'HH:mm:ssZZ"),
  category: '4fd3b656',
  open({ app, book, context }) {
    mountOpen311(app, book, context, { platform: 'hotline', dialect, mostRows, apiKey: KEY, updates: true });
    return {
      settings: (base) => ({
        baseUrl: `${base}/open311`,
        dialect,
        format,
        updates: 'mysociety',
        apiKey: KEY,
        keyForReading: 'bearer',
        beginAt: '2026-11-21',
        categorySystem: 'open311@city',
      }),
    };
  },
  skips: {
    'reads the street': NO_FIELD,
    'reads the citizen': NO_FIELD,
    'knows its own answer coming back':
      'a request shows no references; an answer changes neither its title nor its text, so it is unchanged for the hub',
    'reads what the citizen thinks of the answer, and that is no echo': NO_FIELD,
    'names every fault of a record at once': NO_TEXT,
    'rejects a record without a required field, and takes the rest of its page': NO_TEXT,
    'goes on behind an empty page that says there is more':
      'an Open311 list never says that there is more: one that is not full is the whole answer',
  },
});

/** Chicago's dialect; the bare standard, whose list knows no changes, is held to the same in open311/adapter.spec.ts. */
export const kind = open311Kind({ dialect: 'chicago', format: 'json' });

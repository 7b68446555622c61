import type { CityRecord } from '#apps/city/world/city-record.js';
import { as } from '#domain/ids.js';
import type { ExternalId } from '#domain/ids.js';
import type { UpdateBoard } from '#domain/ports/published-updates.js';
import { recordBytes } from '../../open311-inbox/record.js';
import { takeReport } from '../../open311-inbox/take-report.js';
import { takeUpdate } from '../../open311-inbox/take-update.js';
import type { ContractKind, Ground } from '../contract-kind.js';
import { jsonWire } from '../wire/json-wire.js';

const PLATFORM = 'portal';

/** A citizen's record as a client posts it. */
function formOf({ title, body, place, reporter }: CityRecord, service: string): URLSearchParams {
  const fields: Readonly<Record<string, string | number | undefined>> = {
    service_code: service,
    description: body,
    'attribute[title]': title,
    lat: place.latitude,
    long: place.longitude,
    address_string: place.address,
    first_name: reporter.name,
    phone: reporter.phone,
  };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]));
}

/** What our server keeps of it, with what was said later. */
function bytesOf(record: CityRecord, service: string): Uint8Array {
  const identity = { id: as<ExternalId>(record.externalId), at: record.reportedAt, serviceName: '路面坏损' };
  const taken = takeReport(formOf(record, service), identity);
  const at = record.updatedAt.toISOString();
  const withdrawal = { update_id: 'w', at, text: '', said: 'withdrawn', media_url: [] } as const;
  return recordBytes((record.withdrawn ? takeUpdate([taken], withdrawal) : undefined) ?? taken);
}

/** Answers are put up where the client fetches them; here they go to the record straight away. */
const boardOn = ({ book }: Ground): UpdateBoard => ({
  publish: ({ externalId, reference, kind: of, text, department, at }) =>
    Promise.resolve(book.answer(PLATFORM, externalId, { reference, final: of === 'answer', text, department, at })),
  shows: (reference) =>
    Promise.resolve(
      book.changed(PLATFORM, undefined).some(({ answers }) => answers.some((answer) => answer.reference === reference)),
    ),
});

export const kind: ContractKind = {
  platform: PLATFORM,
  transport: 'none',
  wire: jsonWire(''),
  fields: {
    id: 'service_request_id',
    text: 'description',
    reportedAt: 'requested_datetime',
    changedAt: 'updated_datetime',
    longitude: 'long',
    latitude: 'lat',
  },
  time: (at) => at.toISOString(),
  category: 'E0113',
  open(ground) {
    const { book, context } = ground;
    return {
      settings: () => ({ apiKey: 'sesame-open311-inbox' }),
      board: boardOn(ground),
      raw: () => {
        const service = (record: CityRecord): string => context.categoryCode('open311@1', record.category);
        const records = book.changed(PLATFORM, undefined);
        return Promise.resolve(new Map(records.map((record) => [record.externalId, bytesOf(record, service(record))])));
      },
    };
  },
  skips: {
    'reads the street': 'GeoReport has no field for a street; it follows from the grid the point lies in',
    'knows its own answer coming back': 'an answer that a client sends back is stopped at the door and never becomes a record',
    'reads what the citizen thinks of the answer, and that is no echo':
      'GeoReport has no word for being satisfied; that a matter is not solved is read in open311-inbox/mapper.spec.ts',
  },
};

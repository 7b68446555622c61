import type { CaseId, ReportId } from '#domain/ids.js';
import { matchKeys } from '#domain/matching/block-keys.js';
import { profileText } from '#domain/matching/text-profile.js';
import { GramCounts } from '#domain/matching/rarity.js';
import type { IdSource } from '#domain/ports/ids.js';
import type { Report } from '#domain/report/report.js';
import type { Arrival } from '#pipeline/batch.js';
import { subjectOf } from '#pipeline/reading/record-reader.js';
import type { DataSource } from '#storage/data-source.js';
import type { Shape } from '#storage/insert-rows.js';
import { hex, insertRows, recordset, toJson } from '#storage/insert-rows.js';
import { packGrams } from '#storage/row-mappers.js';
import type { LargeCity } from './large-city.js';

const AT_ONCE = 2_000;
/** Texts the rarity is learned from, as a hub does. */
const TEXTS = 20_000;

interface OpenCase {
  readonly caseId: CaseId;
  readonly number: string;
  readonly report: Report;
  readonly arrival: Arrival;
}

const CASE: Shape<OpenCase> = {
  columns: {
    id: 'uuid', number: 'text', version: 'int', status: 'text', opened_at: 'timestamptz', title: 'text', category: 'text', nature: 'text',
    urgency: 'text', place: 'jsonb', street: 'text', grid_code: 'text', lead: 'text', route: 'jsonb', last_hash: 'bytea',
  }, // prettier-ignore
  toRow: ({ caseId, number, report: { reportedAt, title, category, nature, urgency, place } }) => ({
    id: caseId,
    number,
    version: 3,
    status: 'dispatched',
    opened_at: reportedAt,
    title,
    category,
    nature,
    urgency,
    place,
    street: place.street,
    grid_code: place.gridCode,
    lead: 'urban-management',
    route: { kind: 'held', because: '', candidates: [] },
    last_hash: '\\x00',
  }),
};

const REPORT: Shape<OpenCase> = {
  columns: {
    id: 'uuid', platform: 'text', external_id: 'text', case_id: 'uuid', reported_at: 'timestamptz', source_updated_at: 'timestamptz',
    title: 'text', body: 'text', nature: 'text', urgency: 'text', category: 'text', place: 'jsonb', reporter_hash: 'text',
    grams: 'bytea', places: 'text[]', created_at: 'timestamptz',
  }, // prettier-ignore
  toRow: ({ caseId, report, arrival: { subject } }) => ({
    id: report.id,
    platform: report.platform,
    external_id: report.externalId,
    case_id: caseId,
    reported_at: report.reportedAt,
    source_updated_at: report.sourceUpdatedAt,
    title: report.title,
    body: report.body,
    nature: report.nature,
    urgency: report.urgency,
    category: report.category,
    place: report.place,
    reporter_hash: report.reporterHash,
    grams: hex(packGrams(subject.text.grams)),
    places: subject.text.places,
    created_at: report.reportedAt,
  }),
};

const KEYS: Shape<OpenCase> = {
  columns: { report_id: 'uuid', reported_at: 'timestamptz', keys: 'bigint[]' },
  toRow: ({ report, arrival }) => ({ report_id: report.id, reported_at: report.reportedAt, keys: arrival.blockKeys.map(String) }),
};

/** What the matcher makes of a report before it looks for others. */
export function arrivalOf(report: Report): Arrival {
  const text = profileText(report.title, report.body, report.place.address);
  const subject = subjectOf(report, text);
  const record = {
    id: '0',
    platform: report.platform,
    externalId: report.externalId,
    receivedAt: report.reportedAt,
    bytes: NO_BYTES,
  };
  return { record: record as Arrival['record'], report, subject, ...matchKeys(subject), isEcho: false };
}
const NO_BYTES = new Uint8Array(0);

/** Opens the matters from one number up to another, one report each, and nothing that matching does not read; returns what it counted of the texts. */
export async function openInBulk(
  source: DataSource,
  city: LargeCity,
  ids: IdSource,
  from: number,
  to: number,
): Promise<GramCounts> {
  const counts = new GramCounts();
  let before: Promise<void> = Promise.resolve();
  for (let start = from; start < to; start += AT_ONCE) {
    const opened = Array.from({ length: Math.min(AT_ONCE, to - start) }, (_, at) => openCase(city, ids, start + at));
    if (counts.texts < TEXTS) for (const { arrival } of opened) counts.add(arrival.subject.text);
    const statements = [...insertRows('cases', CASE, opened), ...insertRows('reports', REPORT, opened), keysOf(opened)];
    await before;
    before = write(source, statements);
    before.catch(() => undefined); // thrown where it is awaited
  }
  await before;
  return counts;
}

function openCase(city: LargeCity, ids: IdSource, matter: number): OpenCase {
  const report = city.report(matter, 0, ids.next<ReportId>());
  return { caseId: ids.next<CaseId>(), number: `L${matter}`, report, arrival: arrivalOf(report) };
}

const keysOf = (opened: readonly OpenCase[]) => ({
  sql: `insert into report_keys (key, reported_at, report_id) select key, reported_at, report_id from ${recordset(KEYS)}, unnest(r.keys) as key`,
  parameters: [toJson(KEYS, opened)],
});

/** The parents are there: nobody needs to look for each. */
async function write(source: DataSource, statements: readonly { sql: string; parameters: readonly unknown[] }[]): Promise<void> {
  await source.transaction(async (manager) => {
    await manager.query('set local session_replication_role = replica');
    for (const { sql, parameters } of statements) await manager.query(sql, [...parameters]);
  });
}

/** Words that stand in everything outside the scopes of the matrix, and in nothing else. */
export const FOREIGN_WORDS = '望海路的石狮子';
/** Words that stand in everything inside them. */
export const OWN_WORDS = '银杏路的旧邮筒';

const uuid = (number: number): string => `0190a000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

/** What an address names, in the scopes of the matrix and outside them. */
export const NAMED = {
  own: { number: 'HLOWN', suggestion: '1', undertaking: uuid(0x51), report: uuid(0x11), delivery: uuid(0x31) },
  foreign: { number: 'HLFOREIGN', suggestion: '2', undertaking: uuid(0x52), report: uuid(0x12), delivery: uuid(0x32) },
} as const;

interface Half {
  readonly at: number;
  readonly number: string;
  readonly words: string;
  readonly street: string;
  readonly grid: string;
  readonly department: string;
}

/** A case that another may be the same as, with a message to its department, and an entry on its street's list. */
function half({ at, number, words, street, grid, department }: Half): string {
  const [twin, report, other] = [uuid(at + 0x20), uuid(at + 0x10), uuid(at + 0x60)];
  const place = JSON.stringify({ address: words, street, gridCode: grid });
  const rows = [
    [uuid(at), number, report],
    [twin, `${number}2`, other],
  ].map(
    ([id, named, reported]) => `
insert into cases (id, number, version, status, opened_at, title, category, nature, urgency, place, street, grid_code, lead, route, last_hash)
values ('${id}', '${named}', 1, 'handling', now(), '${words}', 'E0113', 'complaint', 'normal', '${place}', '${street}',
  '${grid}', '${department}', '{"kind":"held","because":"${words}","candidates":[]}', 'x');
insert into reports (id, platform, external_id, case_id, reported_at, source_updated_at, title, body, nature, urgency, category, place, grams, places, created_at)
values ('${reported}', 'hotline', 'X-${named}', '${id}', now(), now(), '${words}', '${words}', 'complaint', 'normal', 'E0113', '{}', '', '{}', now());
insert into report_links (report_id, case_id, relation, linked_at) values ('${reported}', '${id}', 'opened', now());
insert into case_events values ('${id}', 1, 'case.held', now(), 'hub', '{"because":"${words}"}', 'x');
insert into deliveries (id, channel, target, case_id, report_id, type, payload, state, created_at, attempts, next_attempt_at, reason)
values ('${named === number ? uuid(at + 0x30) : uuid(at + 0x90)}', 'webhook', '${department}', '${id}', null, 'case.dispatched', '{}', 'parked', now(), 1, now(), '${words}');`,
  );
  return `${rows.join('')}
insert into match_suggestions (report_id, case_id, nearest, score, shares, created_at) values ('${report}', '${twin}', '${other}', 0.5, '{}', now());
insert into undertakings (id, version, list, state, title, what, street, owner, opened_at) values ('${uuid(at + 0x50)}', 1, 'project', 'open', '${words}', '${words}', '${street}', '${department}', now());
`;
}

/** Seeds both. */
export const TWO_OF_EVERYTHING = [
  { at: 1, number: 'HLOWN', words: OWN_WORDS, street: '云岚街道', grid: '370299001001001', department: 'transport' },
  { at: 2, number: 'HLFOREIGN', words: FOREIGN_WORDS, street: '别处街道', grid: '370299009009009', department: 'fire-rescue' },
]
  .map(half)
  .join('');

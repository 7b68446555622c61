import type { ExportTable } from './export-rows.js';

const instant = (sql: string): string => `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** What became of each report. */
const REPORTS: ExportTable = {
  columns: {
    platform: 'r.platform',
    external_id: 'r.external_id',
    case_number: 'c.number',
    department: 'c.lead',
    status: 'c.status',
    routed_to: 'c.routed_to',
    category: 'r.category',
    title: 'r.title',
    street: `r.place->>'street'`,
    reported_at: instant('r.reported_at'),
    relation: `(select l.relation from report_links l where l.report_id = r.id and l.unlinked_at is null order by l.linked_at desc limit 1)`,
  },
  defaults: ['platform', 'external_id', 'case_number', 'department', 'status'],
  from: 'reports r join cases c on c.id = r.case_id',
  walk: [
    { sql: 'r.platform', type: 'text' },
    { sql: 'r.external_id', type: 'text' },
  ],
  ofPlatform: 'r.platform = ?',
};

/** Each case as it stands. */
const CASES: ExportTable = {
  columns: {
    case_number: 'c.number',
    status: 'c.status',
    title: 'c.title',
    category: 'c.category',
    nature: 'c.nature',
    urgency: 'c.urgency',
    street: 'c.street',
    grid_code: 'c.grid_code',
    department: 'c.lead',
    routed_to: 'c.routed_to',
    opened_at: instant('c.opened_at'),
    answered_at: instant('c.answered_at'),
    closed_at: instant('c.closed_at'),
    reports: '(select count(*)::int from reports r where r.case_id = c.id)',
  },
  defaults: ['case_number', 'status', 'title', 'category', 'department', 'opened_at', 'closed_at', 'reports'],
  from: 'cases c',
  walk: [{ sql: 'c.number', type: 'text' }],
  ofPlatform: 'exists (select 1 from reports r where r.case_id = c.id and r.platform = ?)',
};

/** Pairs that were put before an operator: a report, and the nearest report of the case proposed for it. */
const SUGGESTIONS: ExportTable = {
  columns: {
    message_a: 'r.external_id',
    message_b: 'n.external_id',
    platform_a: 'r.platform',
    platform_b: 'n.platform',
    score: 's.score',
    answer: 's.answer',
    answered_by: 's.answered_by',
    answered_at: instant('s.answered_at'),
    case_a: 'c.number',
    case_b: 'o.number',
  },
  defaults: ['message_a', 'message_b'],
  from: `match_suggestions s join reports r on r.id = s.report_id join reports n on n.id = s.nearest
    join cases c on c.id = r.case_id join cases o on o.id = n.case_id`,
  walk: [
    { sql: 's.report_id', type: 'uuid' },
    { sql: 's.case_id', type: 'uuid' },
  ],
  ofPlatform: 'r.platform = ?',
};

/** What `hub export` can write, by name. */
export const EXPORT_TABLES = { reports: REPORTS, cases: CASES, suggestions: SUGGESTIONS } as const;

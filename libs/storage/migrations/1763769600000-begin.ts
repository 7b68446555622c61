import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first shape of the truth. Times are instants; ids are UUIDv7 made by the hub, so that a batch knows them before it is saved. */
export class Begin1763769600000 implements MigrationInterface {
  readonly name = 'Begin1763769600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INBOX);
    await runner.query(CASES);
    await runner.query(MATCHING);
    await runner.query(DELIVERIES);
    await runner.query(PEOPLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table sessions, operators, refusals, callbacks, delivery_attempts, deliveries,
      match_suggestions, report_keys, report_links, case_clocks, case_events, reports, cases, records, record_heads, pages, pulls`);
    await runner.query('drop sequence case_numbers');
  }
}

/** What came in: one row a pull state, a page, a record; `outcome` is null while a record waits. */
const INBOX = `
create table pulls (
  platform text primary key,
  cursor text,
  next_pull_at timestamptz not null default now(),
  pulled_at timestamptz,
  paused boolean not null default false,
  failures int not null default 0,
  failing_since timestamptz,
  error_code text,
  error text
);

create table pages (
  id bigint generated always as identity primary key,
  platform text not null,
  received_at timestamptz not null,
  day date not null,
  pulled int not null,
  unchanged int not null
);
create index pages_of_day on pages (day, platform);

create table record_heads (
  platform text not null,
  external_id text not null,
  content_hash bytea not null,
  primary key (platform, external_id)
);

create table records (
  id bigint generated always as identity primary key,
  page_id bigint not null references pages,
  platform text not null,
  external_id text not null,
  day date not null,
  received_at timestamptz not null,
  bytes bytea not null,
  outcome text check (outcome in ('opened', 'attached', 'updated', 'unchanged', 'withdrawn', 'quarantined')),
  faults jsonb,
  report_id uuid,
  settled_at timestamptz
);
create index records_waiting on records (platform, id) where outcome is null;
create index records_quarantined on records (id) where outcome = 'quarantined';
create index records_of_day on records (day, platform);
create index records_of_report on records (platform, external_id);
`;

const CASES = `
create sequence case_numbers;

create table cases (
  id uuid primary key,
  number text not null unique,
  version int not null,
  status text not null,
  opened_at timestamptz not null,
  title text not null,
  category text not null,
  nature text not null,
  urgency text not null,
  place jsonb not null,
  street text,
  grid_code text,
  lead text,
  co_handlers text[] not null default '{}',
  returned_by text[] not null default '{}',
  round int not null default 1,
  answer jsonb,
  answered_at timestamptz,
  closed_at timestamptz,
  recurrence_of uuid,
  routed_to text,
  route jsonb not null,
  last_hash bytea not null,
  revisit_due_at timestamptz
);
create index cases_by_status on cases (status, opened_at desc, id desc);
create index cases_by_opening on cases (opened_at desc, id desc);
create index cases_by_lead on cases (lead, status) where closed_at is null;
create index cases_to_revisit on cases (revisit_due_at) where status = 'answered';

create table reports (
  id uuid primary key,
  platform text not null,
  external_id text not null,
  case_id uuid not null references cases,
  reported_at timestamptz not null,
  source_updated_at timestamptz not null,
  title text not null,
  body text not null,
  nature text not null,
  urgency text not null,
  category text not null,
  source_category jsonb,
  place jsonb not null,
  reporter_hash text,
  sealed_reporter bytea,
  source_due_at timestamptz,
  relay_of jsonb,
  evaluation jsonb,
  withdrawn_at timestamptz,
  grams bytea not null,
  places text[] not null,
  created_at timestamptz not null,
  unique (platform, external_id)
);
create index reports_of_case on reports (case_id);

create table case_events (
  case_id uuid not null references cases,
  seq int not null,
  type text not null,
  at timestamptz not null,
  actor text not null,
  data jsonb not null,
  hash bytea not null,
  primary key (case_id, seq)
);

create table case_clocks (
  case_id uuid not null references cases,
  clock text not null,
  starts_at timestamptz not null,
  warn_at timestamptz not null,
  due_at timestamptz not null,
  because text not null,
  met_at timestamptz,
  warned_at timestamptz,
  overdue_at timestamptz,
  primary key (case_id, clock)
);
create index clocks_to_warn on case_clocks (warn_at) where met_at is null and warned_at is null;
create index clocks_to_ring on case_clocks (due_at) where met_at is null and overdue_at is null;
`;

/** `report_keys` is the only way the matcher finds a candidate: newest first, a few a key. */
const MATCHING = `
create table report_links (
  report_id uuid not null references reports,
  case_id uuid not null references cases,
  relation text not null,
  nearest uuid,
  score real,
  shares jsonb,
  linked_at timestamptz not null,
  unlinked_at timestamptz,
  primary key (report_id, linked_at)
);

create table report_keys (
  key bigint not null,
  reported_at timestamptz not null,
  report_id uuid not null
);
create index report_keys_newest on report_keys (key, reported_at desc) include (report_id);

create table match_suggestions (
  report_id uuid not null references reports,
  case_id uuid not null references cases,
  nearest uuid not null,
  score real not null,
  shares jsonb not null,
  created_at timestamptz not null,
  answer text check (answer in ('same', 'different')),
  answered_at timestamptz,
  primary key (report_id, case_id)
);
create index suggestions_open on match_suggestions (created_at) where answer is null;
`;

/** A lane is (target, case): only its first unconfirmed delivery may leave. */
const DELIVERIES = `
create table deliveries (
  id uuid primary key,
  seq bigint generated always as identity,
  channel text not null check (channel in ('webhook', 'write-back')),
  target text not null,
  case_id uuid not null references cases,
  report_id uuid references reports,
  type text not null,
  payload jsonb not null,
  state text not null default 'owed' check (state in ('owed', 'unknown', 'confirmed', 'parked', 'cancelled')),
  created_at timestamptz not null,
  attempts int not null default 0,
  plan_starts_after int not null default 0,
  next_attempt_at timestamptz not null,
  settled_at timestamptz,
  reason text
);
create index deliveries_due on deliveries (channel, target, next_attempt_at) where state in ('owed', 'unknown');
create index deliveries_lane on deliveries (target, case_id, seq) where state in ('owed', 'unknown', 'parked');
create index deliveries_of_case on deliveries (case_id, seq);
create index deliveries_parked on deliveries (seq) where state = 'parked';

create table delivery_attempts (
  delivery_id uuid not null references deliveries,
  number int not null,
  at timestamptz not null,
  duration_ms int not null,
  outcome text not null,
  status int,
  reason text,
  excerpt text,
  primary key (delivery_id, number)
);
`;

const PEOPLE = `
create table callbacks (
  department text not null,
  message_id text not null,
  received_at timestamptz not null,
  body_hash bytea not null,
  answer jsonb not null,
  primary key (department, message_id)
);

create table refusals (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  who text not null,
  code text not null,
  detail text not null
);

create table operators (
  id uuid primary key,
  name text not null unique,
  password_hash text not null,
  created_at timestamptz not null
);

create table sessions (
  token_hash bytea primary key,
  operator_id uuid not null references operators,
  expires_at timestamptz not null
);
`;

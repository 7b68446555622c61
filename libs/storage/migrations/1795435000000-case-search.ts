import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the desk searches: a narrow row a case, its reports' words, what changed when, and the views that people keep. */
export class CaseSearch1795435000000 implements MigrationInterface {
  readonly name = 'CaseSearch1795435000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FACTS);
    await runner.query(TEXTS);
    await runner.query(CHANGES);
    await runner.query(TRIGGERS);
    await runner.query(VIEWS);
    await runner.query('insert into case_changes (case_id, what, since, version) select id, $1, version, version from cases', [
      'case',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop trigger cases_opened on cases;
drop trigger cases_moved on cases;
drop trigger reports_reworded on reports;
drop trigger suggestions_put on match_suggestions;
drop trigger deliveries_parked on deliveries;
drop trigger hot_issues_raised on hot_issues;
drop trigger attachments_added on attachments;
drop function note_opened, note_moved, note_row, note_suggestion, note_reworded;
drop index suggestions_of_case;
drop table case_views, case_changes, report_texts, case_search`);
  }
}

/** Everything that lists filter and sort by, so that reading all rows is fast as well. Kept up by CaseIndex. */
const FACTS = `
create table case_search (
  case_id uuid primary key references cases on delete cascade,
  opened_at timestamptz not null,
  closed_at timestamptz,
  answered_at timestamptz,
  handled_at timestamptz,
  due_at timestamptz,
  warn_at timestamptz,
  report_count int not null,
  reporter_count int not null,
  returned int not null,
  rounds int not null,
  unsatisfied int not null,
  has_place boolean not null,
  recurrence boolean not null,
  merged boolean not null,
  hot boolean not null,
  suggested boolean not null,
  whistle_open boolean not null,
  extended boolean not null,
  suspended boolean not null,
  held_by_operator boolean not null,
  settled boolean not null,
  attached boolean not null,
  promised boolean not null,
  satisfied boolean,
  solved boolean,
  number text not null,
  status text not null,
  nature text not null,
  category text not null,
  urgency text not null,
  street text,
  grid_code text,
  lead text,
  rule text,
  mode text,
  supervision text,
  due_clock text,
  claimed_by text,
  address text,
  platforms text[] not null,
  co_handlers text[] not null,
  departments text[] not null,
  returned_by text[] not null,
  whistlers text[] not null,
  needs text[] not null,
  reporters text[] not null
) with (fillfactor = 85);
create index case_search_newest on case_search (opened_at desc, case_id desc);
create index case_search_longest on case_search (opened_at, case_id) where closed_at is null;
create index case_search_due on case_search (due_at, case_id) where due_at is not null;
create index case_search_reports on case_search (report_count desc, opened_at desc, case_id desc);
create index case_search_status on case_search (status, opened_at desc);
create index case_search_lead on case_search (lead, opened_at desc);
create index case_search_street on case_search (street, opened_at desc);
create index case_search_grid on case_search (grid_code, opened_at desc);
create index case_search_category on case_search (category, opened_at desc);
create index case_search_hot on case_search (opened_at desc) where hot;
create index case_search_suggested on case_search (opened_at desc) where suggested;
create index case_search_whistle_open on case_search (opened_at desc) where whistle_open;
create index case_search_extended on case_search (opened_at desc) where extended;
create index case_search_suspended on case_search (opened_at desc) where suspended;
create index case_search_recurrence on case_search (opened_at desc) where recurrence;
create index case_search_merged on case_search (opened_at desc) where merged;
create index case_search_supervised on case_search (supervision, opened_at desc) where supervision is not null;
create index case_search_returned on case_search (returned, opened_at desc) where returned > 0;
create index case_search_again on case_search (rounds, opened_at desc) where rounds > 1;
create index case_search_unsatisfied on case_search (opened_at desc) where not satisfied;
create index case_search_unsolved on case_search (opened_at desc) where not solved;
create index case_search_departments on case_search using gin (departments);
create index case_search_reporters on case_search using gin (reporters);
create index case_search_number on case_search (number text_pattern_ops);
create index case_search_number_end on case_search (reverse(number) text_pattern_ops);
`;

/** `said` is title, words, address and the platform's id, in small letters of one width; `grams` its grams (said-words.ts). */
const TEXTS = `
create table report_texts (
  report_id uuid primary key references reports on delete cascade,
  case_id uuid not null,
  said text not null,
  grams int[] not null
);
create index report_texts_of_case on report_texts (case_id);
create index report_texts_grams on report_texts using gin (grams);
`;

/**
 * One row a changed case and transaction: what CaseIndex has to look at again (`waiting`), and what the desks are told live.
 * Transactions end in another order than they begin: who follows goes by `xid`, up to the oldest that still runs.
 */
const CHANGES = `
create table case_changes (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  case_id uuid not null,
  what text not null check (what in ('case', 'suggestion', 'delivery', 'hot-issue', 'attachment', 'words')),
  since int not null default 0,
  version int not null default 0,
  at timestamptz not null default now(),
  waiting boolean not null default true
);
create index case_changes_waiting on case_changes (id) where waiting;
create index case_changes_in_turn on case_changes (xid, id);
create index case_changes_by_age on case_changes using brin (at);
create index suggestions_of_case on match_suggestions (case_id) where answer is null;
`;

const TRIGGERS = `
create function note_opened() returns trigger language plpgsql as $$
begin
  insert into case_changes (case_id, what, since, version) select id, 'case', 0, version from after_rows;
  return null;
end $$;
create function note_moved() returns trigger language plpgsql as $$
begin
  insert into case_changes (case_id, what, since, version)
    select a.id, 'case', b.version, a.version from after_rows a join before_rows b using (id);
  return null;
end $$;
create function note_row() returns trigger language plpgsql as $$
begin
  insert into case_changes (case_id, what) values (new.case_id, tg_argv[0]);
  return null;
end $$;
create function note_suggestion() returns trigger language plpgsql as $$
begin
  insert into case_changes (case_id, what)
    select new.case_id, 'suggestion' union select case_id, 'suggestion' from reports where id = new.report_id;
  return null;
end $$;
create function note_reworded() returns trigger language plpgsql as $$
begin
  delete from report_texts where report_id = new.id;
  insert into case_changes (case_id, what) values (new.case_id, 'words');
  return null;
end $$;
create trigger cases_opened after insert on cases referencing new table as after_rows for each statement execute function note_opened();
create trigger cases_moved after update on cases referencing old table as before_rows new table as after_rows
  for each statement execute function note_moved();
create trigger reports_reworded after update on reports for each row
  when (old.title is distinct from new.title or old.body is distinct from new.body or old.reporter_hash is distinct from new.reporter_hash)
  execute function note_reworded();
create trigger suggestions_put after insert or update of answer on match_suggestions for each row execute function note_suggestion();
create trigger deliveries_parked after update on deliveries for each row
  when (new.state = 'parked' and old.state <> 'parked') execute function note_row('delivery');
create trigger hot_issues_raised after insert or update on hot_issues for each row execute function note_row('hot-issue');
create trigger attachments_added after insert on attachments for each row execute function note_row('attachment');
`;

const VIEWS = `
create table case_views (
  id uuid primary key,
  owner text not null,
  name text not null,
  filter jsonb not null,
  sort text not null,
  shared boolean not null,
  at timestamptz not null,
  unique (owner, name)
);
create index case_views_shared on case_views (name) where shared;
`;

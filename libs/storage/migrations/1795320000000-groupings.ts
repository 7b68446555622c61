import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 并案: what operators did to the grouping of reports into cases, enough to take it back, and what it teaches the matcher. */
export class Groupings1795320000000 implements MigrationInterface {
  readonly name = 'Groupings1795320000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(GROUPINGS);
    await runner.query(LABELS);
    await runner.query('alter table cases add column merged_into uuid references cases');
    await runner.query(LINKS);
    await runner.query(SUGGESTIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index suggestions_of_nearest; drop index suggestions_by_id');
    await runner.query(
      'alter table match_suggestions drop column id, drop column answered_by, drop column answered_in; alter table cases drop column merged_into',
    );
    await runner.query(
      'alter table report_links drop column linked_by, drop column because, drop column linked_in, drop column unlinked_in',
    );
    await runner.query('drop table match_labels, groupings');
  }
}

/** `asked` and `answer` are the receipt: the same request gets the same answer for ever. */
const GROUPINGS = `
create table groupings (
  id uuid primary key,
  request_id text not null unique,
  kind text not null check (kind in ('detach', 'split', 'merge', 'accept', 'reject', 'undo')),
  actor text not null,
  because text not null,
  at timestamptz not null,
  effect jsonb not null,
  asked text not null,
  answer jsonb not null,
  undone_by uuid references groupings
);
`;

/** A label that was taken back teaches nothing any more. */
const LABELS = `
create table match_labels (
  id bigint generated always as identity primary key,
  a uuid not null references reports,
  b uuid not null references reports,
  is_same boolean not null,
  grouping_id uuid not null references groupings,
  at timestamptz not null,
  undone_at timestamptz
);
create index match_labels_of_grouping on match_labels (grouping_id);
create index match_labels_apart_a on match_labels (a) where not is_same and undone_at is null;
create index match_labels_apart_b on match_labels (b) where not is_same and undone_at is null;
`;

/** Who moved a report, why, and by which change it came and went; the matcher's own links have none of it. */
const LINKS = `
alter table report_links add column linked_by text, add column because text,
  add column linked_in uuid references groupings, add column unlinked_in uuid references groupings;
`;

const SUGGESTIONS = `
alter table match_suggestions add column id bigint generated always as identity, add column answered_by text,
  add column answered_in uuid references groupings;
create unique index suggestions_by_id on match_suggestions (id);
create index suggestions_of_nearest on match_suggestions (nearest) where answer is null;
`;

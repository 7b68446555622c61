import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 清单化, 项目化: undertakings with their histories, and the requests that moved them. */
export class Undertakings1795400000000 implements MigrationInterface {
  readonly name = 'Undertakings1795400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UNDERTAKINGS);
    await runner.query(HISTORY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table undertaking_receipts, undertaking_events, undertakings');
  }
}

/** What the events come to, for lists and clocks; `warned_at` and `overdue_at` belong to the present `due_at`. */
const UNDERTAKINGS = `
create table undertakings (
  id uuid primary key,
  version int not null,
  list text not null check (list in ('need', 'resource', 'project', 'item')),
  state text not null check (state in ('open', 'claimed', 'underway', 'done', 'dropped')),
  title text not null,
  what text not null,
  street text not null,
  case_number text references cases (number),
  project uuid references undertakings,
  offered_by text,
  owner text,
  partner text,
  opened_at timestamptz not null,
  due_at timestamptz,
  warn_at timestamptz,
  warned_at timestamptz,
  overdue_at timestamptz,
  ended_at timestamptz
);
create index undertakings_by_opening on undertakings (opened_at desc, id desc);
create index undertakings_of_project on undertakings (project) where project is not null;
create index undertakings_of_case on undertakings (case_number) where case_number is not null;
create index undertakings_to_warn on undertakings (warn_at) where ended_at is null and warned_at is null;
create index undertakings_to_ring on undertakings (due_at) where ended_at is null and overdue_at is null;
`;

/** `asked` and `answer` are the receipt: the same request gets the same answer for ever. */
const HISTORY = `
create table undertaking_events (
  undertaking_id uuid not null references undertakings,
  seq int not null,
  type text not null,
  at timestamptz not null,
  actor text not null,
  data jsonb not null,
  hash bytea not null,
  primary key (undertaking_id, seq)
);
create table undertaking_receipts (
  request_id text primary key,
  asked text not null,
  answer jsonb not null,
  at timestamptz not null
);
`;

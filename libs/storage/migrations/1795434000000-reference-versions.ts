import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people edit of the duty list: drafts, and the versions that went live. Version 0 is the configuration folder's. */
export class ReferenceVersions1795434000000 implements MigrationInterface {
  readonly name = 'ReferenceVersions1795434000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table duty_list_versions (
  version bigint primary key check (version > 0),
  own jsonb not null,
  base bigint not null,
  because text not null,
  published_by text not null,
  published_at timestamptz not null,
  restores bigint,
  request_id text unique
);

create table duty_list_drafts (
  id uuid primary key,
  version int not null,
  base bigint not null,
  own jsonb not null,
  made_by text not null,
  made_at timestamptz not null,
  changed_by text not null,
  changed_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'published', 'dropped'))
);
create index open_duty_drafts on duty_list_drafts (id) where state = 'open';
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table duty_list_drafts, duty_list_versions');
  }
}

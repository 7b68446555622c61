import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit: lines that are only ever added. The triggers stop whoever may write but does not own the table. */
export class Audit1795433000000 implements MigrationInterface {
  readonly name = 'Audit1795433000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table audit_log (
  seq bigint primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  reason text,
  data jsonb,
  address text,
  hash bytea not null check (length(hash) = 32)
);
create index audit_by_actor on audit_log (actor, seq);
create index audit_by_action on audit_log (action, seq);
create index audit_by_subject on audit_log (subject, seq);
create index audit_by_time on audit_log (at);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit_log is append-only: % is refused', tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger audit_is_append_only before update or delete or truncate on audit_log
  for each statement execute function refuse_audit_change();
alter table audit_log enable always trigger audit_is_append_only;
revoke all on audit_log from public;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_log; drop function refuse_audit_change');
  }
}

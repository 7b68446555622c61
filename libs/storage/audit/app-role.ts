import type { DataSource } from 'typeorm';
import { OperatorError } from '#domain/errors.js';
import { ask } from '../reading/ask.js';

/** A role's name that needs no quoting, so that a statement can hold it. */
const ROLE_NAME = /^[a-z_][a-z0-9_]{0,62}$/;

/**
 * Lets a role of PostgreSQL do all that the hub does at work, and of the audit nothing but read and add. The connection must be
 * the owner's; the tables of later migrations, which the owner makes as well, are covered by default privileges.
 */
export async function grantToAppRole(source: DataSource, role: string): Promise<void> {
  if (!ROLE_NAME.test(role)) throw new OperatorError('CONFIG_INVALID', `${role} is not a plain lower-case role name`);
  const known = await ask(source, 'select 1 from pg_roles where rolname = $1', [role]);
  if (known.length === 0)
    throw new OperatorError('CONFIG_INVALID', `there is no role ${role}: create it first, with login and a password`);
  for (const statement of grants(role)) await ask(source, statement);
  await handOverQueues(source, role);
  await ask(source, `revoke update, delete, truncate, references, trigger on public.audit_log from ${role}`);
  await ask(source, `revoke insert, update, delete, truncate on public.migrations from ${role}`);
}

const grants = (role: string): readonly string[] => [
  `grant usage on schema public to ${role}`,
  `grant select, insert, update, delete on all tables in schema public to ${role}`,
  `grant usage, select, update on all sequences in schema public to ${role}`,
  `grant execute on all functions in schema public to ${role}`,
  `alter default privileges in schema public grant select, insert, update, delete on tables to ${role}`,
  `alter default privileges in schema public grant usage, select, update on sequences to ${role}`,
  `alter default privileges in schema public grant execute on functions to ${role}`,
];

/** BullMQ looks after tables of its own at every start, so they become the role's; the audit is not among them. */
const HAND_OVER = `
select format('grant create on database %I to %I', current_database(), $1::text) as statement
union all select format('alter schema %I owner to %I', nspname, $1) from pg_namespace where nspname = 'bullmq'
union all select format('alter table bullmq.%I owner to %I', relname, $1) from pg_class
  where relnamespace = to_regnamespace('bullmq') and relkind in ('r', 'p', 'v', 'm')
union all select format('alter routine %s owner to %I', oid::regprocedure, $1) from pg_proc where pronamespace = to_regnamespace('bullmq')
union all select format('alter type bullmq.%I owner to %I', typname, $1) from pg_type
  where typnamespace = to_regnamespace('bullmq') and typtype in ('e', 'd')`;

async function handOverQueues(source: DataSource, role: string): Promise<void> {
  const statements = await ask<{ statement: string }>(source, HAND_OVER, [role]);
  for (const { statement } of statements) await ask(source, statement);
}

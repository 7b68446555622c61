import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type DataSource } from 'typeorm';
import { checkAudit } from '#domain/audit/check-audit.js';
import type { AuditHead } from '#domain/audit/audit-line.js';
import { Clock } from '#domain/ports/clock.js';
import { prepareQueues } from '#jobs/queue-connection.js';
import { createDataSource, openDatabase } from '#storage/data-source.js';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import { grantToAppRole } from './app-role.js';
import { AuditList } from './audit-list.js';
import { auditLines, readHead } from './audit-rows.js';
import { SqlAuditLog } from './sql-audit-log.js';

class TickingClock extends Clock {
  private ticks = 0;
  override now(): Date {
    this.ticks += 1;
    return new Date(Date.UTC(2026, 10, 22, 8, 0, this.ticks));
  }
}

const REVEAL = { actor: 'li', action: 'identity.reveal', subject: 'reports/7', reason: '回访需要', address: '10.0.0.8' };

describe('the audit in PostgreSQL', () => {
  let database: TestDatabase;
  let source: DataSource;
  let log: SqlAuditLog;
  const verify = (anchors: readonly AuditHead[] = []) => checkAudit(auditLines(source, 0), anchors);
  /** As a thief with the owner's password would. */
  const tamper = async (statement: string): Promise<void> => {
    await source.query('alter table audit_log disable trigger all');
    await source.query(statement);
    await source.query('alter table audit_log enable always trigger audit_is_append_only');
  };

  beforeAll(async () => {
    database = await freshDatabase();
    source = createDataSource({ url: database.url, poolSize: 12 });
    await source.initialize();
    log = new SqlAuditLog(source, new TickingClock());
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });
  beforeEach(() => tamper('truncate audit_log'));

  it('numbers lines without a gap and chains them, however many are written at once', async () => {
    await Promise.all(
      Array.from({ length: 60 }, (_one, n) =>
        log.append({ actor: `p${n % 7}`, action: 'POST cases', subject: 'cases', data: { n } }),
      ),
    );
    expect(await verify()).toMatchObject({ lines: 60, head: { seq: 60 } });
    expect((await verify()).fault).toBeUndefined();
    const seqs = await source.query<{ seq: string }[]>('select seq from audit_log order by seq');
    expect(seqs.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 60 }, (_one, n) => n + 1));
  });

  it('gives a line back as it was written, whatever strangers put into it', async () => {
    await log.append({ ...REVEAL, data: { odd: '\u0000\ud800x', deep: { b: 1.5, a: [true, null] } } });
    await log.append({ actor: 'a\0b\udc00', action: 'POST session', subject: 'session' });
    expect((await verify()).fault).toBeUndefined();
    const { items } = await new AuditList(source).page({}, { limit: 10 });
    expect(items.map(({ seq, entry }) => ({ seq, ...entry }))).toEqual([
      { seq: 2, actor: 'a\ufffdb\ufffd', action: 'POST session', subject: 'session' },
      { seq: 1, ...REVEAL, data: { odd: '\ufffd\ufffdx', deep: { a: [true, null], b: 1.5 } } },
    ]);
  });

  it.each([
    ['update', `update audit_log set actor = 'nobody'`],
    ['an update of no row', `update audit_log set actor = 'nobody' where false`],
    ['delete', 'delete from audit_log'],
    ['truncate', 'truncate audit_log'],
  ])('refuses %s even to its owner', async (_name, statement) => {
    await log.append(REVEAL);
    await expect(source.query(statement)).rejects.toThrow('audit_log is append-only');
    expect(await verify()).toMatchObject({ lines: 1 });
  });

  it.each([
    ['a changed reason', `update audit_log set reason = '别的' where seq = 3`, { kind: 'changed', seq: 3 }],
    ['a changed fact', `update audit_log set data = '{"n": 9}' where seq = 2`, { kind: 'changed', seq: 2 }],
    ['a time a millisecond off', `update audit_log set at = at + interval '1 ms' where seq = 4`, { kind: 'changed', seq: 4 }],
    ['a line taken out', 'delete from audit_log where seq = 3', { kind: 'missing', seq: 3 }],
    ['the first line taken out', 'delete from audit_log where seq = 1', { kind: 'missing', seq: 1 }],
    ['the end cut off', 'delete from audit_log where seq > 3', { kind: 'cut-off', seq: 4 }],
    ['all of it gone', 'delete from audit_log', { kind: 'cut-off', seq: 1 }],
    [
      'a line put in',
      `update audit_log set seq = seq + 100 where seq > 2; update audit_log set seq = seq - 99 where seq > 100;
       insert into audit_log select 3, at, 'wang', action, subject, reason, data, address, hash from audit_log where seq = 2`,
      { kind: 'changed', seq: 3 },
    ],
  ])('verifies and finds %s', async (_name, statement, fault) => {
    for (let n = 1; n <= 5; n += 1) await log.append({ ...REVEAL, data: { n } });
    const head = await readHead(source);
    expect((await verify([head])).fault).toBeUndefined();
    await tamper(statement);
    expect((await verify([head])).fault).toMatchObject(fault);
  });

  it('lets the role that the hub works under add and read, and nothing else', async () => {
    await source.query(`drop role if exists huiliu_app_of_test; create role huiliu_app_of_test login password 'of-the-test'`);
    const queues = { redisUrl: undefined, namespace: database.name };
    await prepareQueues({ ...queues, databaseUrl: database.url });
    await grantToAppRole(source, 'huiliu_app_of_test');
    const url = new URL(database.url);
    [url.username, url.password] = ['huiliu_app_of_test', 'of-the-test'];
    const app = createDataSource({ url: url.toString(), poolSize: 2 });
    try {
      await openDatabase(app);
      await prepareQueues({ ...queues, databaseUrl: url.toString() });
      await new SqlAuditLog(app, new TickingClock()).append(REVEAL);
      expect((await verify()).lines).toBe(1);
      for (const statement of [
        `update audit_log set actor = 'nobody'`,
        'delete from audit_log',
        'truncate audit_log',
        'alter table audit_log disable trigger all',
        'drop table audit_log',
        'drop function refuse_audit_change cascade',
        `set session_replication_role = 'replica'`,
      ]) {
        await expect(app.query(statement)).rejects.toThrow(/permission denied|must be owner/);
      }
      await app.query(`insert into cases (id, number, version, status, opened_at, title, category, nature, urgency, place, route, last_hash)
        values (gen_random_uuid(), 'HL1', 1, 'held', now(), '', 'E0113', 'complaint', 'normal', '{}', '{}', 'x')`);
      await app.query('delete from cases');
    } finally {
      await app.destroy();
      await source.query(
        'reassign owned by huiliu_app_of_test to current_user; drop owned by huiliu_app_of_test; drop role huiliu_app_of_test',
      );
    }
  });

  it('asks for lines by who, what, to what and when, page by page', async () => {
    for (const actor of ['li', 'wang', 'li', 'li']) await log.append({ ...REVEAL, actor });
    const list = new AuditList(source);
    const first = await list.page({ actor: 'li', action: 'identity.reveal', subject: 'reports/7' }, { limit: 2 });
    expect(first.items.map(({ seq }) => seq)).toEqual([4, 3]);
    const second = await list.page({ actor: 'li' }, { limit: 2, cursor: first.next });
    expect(second).toMatchObject({ items: [{ seq: 1 }] });
    expect(second.next).toBeUndefined();
    const [{ at }] = (await list.page({}, { limit: 1, cursor: first.next })).items;
    expect((await list.page({ from: at }, { limit: 9 })).items.map(({ seq }) => seq)).toEqual([4, 3, 2]);
    expect((await list.page({ to: at }, { limit: 9 })).items.map(({ seq }) => seq)).toEqual([1]);
  });
});

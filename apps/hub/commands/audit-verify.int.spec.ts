import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SystemClock } from '#runtime/system-clock.js';
import { readHead } from '#storage/audit/audit-rows.js';
import { auditHeadsFile, noteHead } from '#storage/audit/noted-heads.js';
import { SqlAuditLog } from '#storage/audit/sql-audit-log.js';
import { createDataSource, type DataSource } from '#storage/data-source.js';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import { verifyAudit } from './audit-verify.js';

const NOTED_AT = new Date('2026-11-22T08:00:00Z');

describe('hub audit verify', () => {
  let database: TestDatabase;
  let source: DataSource;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    database = await freshDatabase();
    source = createDataSource({ url: database.url, poolSize: 2 });
    await source.initialize();
    folder = await mkdtemp(join(tmpdir(), 'audit-'));
    file = auditHeadsFile(folder);
    const log = new SqlAuditLog(source, new SystemClock());
    for (let n = 1; n <= 6; n += 1) {
      await log.append({ actor: 'li', action: 'POST cases', subject: `cases/${n}` });
      if (n === 4) await noteHead(file, await readHead(source), NOTED_AT);
    }
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  it('finds a whole log sound, from the start and from any line on', async () => {
    const whole = await verifyAudit(source, 1, file, true);
    expect(whole).toEqual({ from: 1, lines: 6, heads: 1, head: { seq: 6, hash: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(await verifyAudit(source, 5, file, true)).toEqual({ ...whole, from: 5, lines: 2, heads: 0 });
  });

  it('asks for a file of heads that was named, and for heads in it', async () => {
    await expect(verifyAudit(source, 1, join(folder, 'none'), true)).rejects.toThrow('cannot be read');
    expect(await verifyAudit(source, 1, join(folder, 'none'), false)).toMatchObject({ heads: 0, lines: 6 });
    const odd = join(folder, 'odd');
    await appendFile(odd, '{"seq":1,"hash":"short"}\n');
    await expect(verifyAudit(source, 1, odd, true)).rejects.toThrow('odd:1 is not a head of the audit');
  });

  it('finds an end that was cut off before the noted head, and a log written anew', async () => {
    await source.query('alter table audit_log disable trigger all; delete from audit_log where seq > 3');
    expect(await verifyAudit(source, 1, file, true)).toMatchObject({ lines: 3, fault: { kind: 'cut-off', seq: 4 } });
    await new SqlAuditLog(source, new SystemClock()).append({ actor: 'li', action: 'POST cases', subject: 'cases/forged' });
    expect(await verifyAudit(source, 1, file, true)).toMatchObject({ lines: 3, fault: { kind: 'rewritten', seq: 4 } });
    expect((await verifyAudit(source, 1, join(folder, 'none'), false)).fault).toBeUndefined();
  });
});

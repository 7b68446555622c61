import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { as } from '#domain/ids.js';
import type { ExternalId, PlatformId } from '#domain/ids.js';
import { AdminDesk } from '#test/support/admin-desk.js';
import { TEST_VAULT } from '#test/support/test-seal.js';

let desk: AdminDesk;
let id: string;

beforeAll(async () => (desk = await AdminDesk.open()));
afterAll(() => desk.end());

beforeEach(async () => {
  await desk.reset();
  await desk.source.query('truncate reveals');
  const [row] = await desk.source.query<{ id: string; platform: PlatformId; external_id: ExternalId }[]>(
    'select id, platform, external_id from reports order by id limit 1',
  );
  id = row.id;
  const hidden = { reporter: { name: '温如玉', phone: '13800001234' }, original: { body: '打13800001234' } };
  const sealed = TEST_VAULT.seal(hidden, { platform: row.platform, externalId: as(row.external_id) });
  await desk.source.query('update reports set sealed_reporter = $2 where id = $1', [id, sealed]);
});

const reveal = (of = id, requestId = 'request-1', reason = '回访核实地址') =>
  desk.post(`reports/${of}/reveal`, { reason, requestId });

describe('a citizen', () => {
  it('is shown for a reason, and the audit says to whom', async () => {
    const answer = await reveal();

    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      name: '温如玉',
      phone: '13800001234',
      original: { body: '打13800001234' },
      erasedAt: null,
    });
    const lines = await desk.source.query<object[]>(
      `select actor, subject, reason from audit_log where action = 'identity.reveal' and subject = $1`,
      [`reports/${id}`],
    );
    expect(lines.at(-1)).toEqual({ actor: 'li', subject: `reports/${id}`, reason: '回访核实地址' });
  });

  it.each([
    ['no reason', { requestId: 'request-1' }],
    ['no reason in words', { reason: '1234', requestId: 'request-1' }],
    ['no request id', { reason: '回访核实地址' }],
  ])('is not shown for %s', async (_, body) => {
    const answer = await desk.post(`reports/${id}/reveal`, body);
    expect([answer.statusCode, answer.body.includes('温如玉')]).toEqual([400, false]);
  });

  it('that there is none of is not found', async () => {
    expect((await reveal('0197a000-0000-7000-8000-00000000dead')).statusCode).toBe(404);
  });

  it('is not shown without a session', async () => {
    const payload = { reason: '回访核实地址', requestId: 'request-1' };
    const answer = await desk.app.inject({ method: 'POST', url: `/api/v1/reports/${id}/reveal`, payload });
    expect(answer.statusCode).toBe(401);
  });

  it('is shown thirty times an hour, the same request counting once', async () => {
    for (let n = 0; n < 30; n += 1) expect((await reveal(id, `request-${n}-a`)).statusCode).toBe(200);
    expect((await reveal(id, 'request-29-a')).statusCode).toBe(200);
    expect((await reveal(id, 'request-30-a')).statusCode).toBe(429);
    await desk.source.query(`update reveals set at = at - interval '61 minutes'`);
    expect((await reveal(id, 'request-31-a')).statusCode).toBe(200);
  });

  it('whose identity was erased is nobody any more', async () => {
    await desk.source.query(`update reports set sealed_reporter = null, erased_at = '2026-11-22T00:00:00Z' where id = $1`, [id]);
    expect((await reveal()).json()).toEqual({ name: null, phone: null, original: null, erasedAt: '2026-11-22T00:00:00.000Z' });
  });
});

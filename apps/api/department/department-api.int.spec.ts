import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DepartmentApp } from '#test/support/department-app.js';
import { FIRST_SECRET } from '#test/support/endpoint-rig.js';

let api: DepartmentApp;
beforeAll(async () => (api = await DepartmentApp.open()));
beforeEach(async () => {
  await api.empty();
  await api.rig.seed({ url: undefined });
});
afterAll(() => api.close());

interface Item {
  readonly id: string;
  readonly cursor: string;
  readonly event: object;
  readonly number: string;
}
const itemsOf = ({ body }: { body: Record<string, unknown> }): Item[] => body['items'] as Item[];
const change = (number: string, set: string, ...values: unknown[]) =>
  api.rig.source.query(`update cases set ${set} where number = $1`, [number, ...values]);

describe('the cases of a department', () => {
  it('are read with what it may do, under the version as ETag', async () => {
    const number = await api.dispatch();
    const found = await api.ask(`cases/${number}`);
    expect([found.status, found.headers['etag']]).toEqual([200, '"3"']);
    expect(found.body).toEqual({
      ...{ number, version: 3, status: 'dispatched', role: 'lead', title: '路灯不亮', nature: 'complaint', urgency: 'normal' },
      ...{ category: { code: 'E0113', name: expect.stringMatching(/\S/) }, openedAt: '2026-11-26T00:00:00.000Z', dueAt: {} },
      ...{ place: {}, round: 1, because: null, reports: [], closedAt: null, answer: null, request: null, suspension: null },
      ...{ whistles: [], commitments: [] },
      legal: ['sign', 'return'],
    });
    const same = await api.ask(`cases/${number}`, { headers: { 'if-none-match': '"3"' } });
    expect([same.status, same.text]).toEqual([304, '']);
    await change(number, 'version = 4');
    expect((await api.ask(`cases/${number}`, { headers: { 'if-none-match': '"3"' } })).status).toBe(200);
  });

  it('tell when clocks run down and what citizens wrote', async () => {
    const number = await api.dispatch();
    await api.rig.source.query(
      `insert into case_clocks (case_id, clock, starts_at, warn_at, due_at, because)
       select id, 'sign', opened_at, opened_at, '2026-11-26T09:30:00+08', '' from cases`,
    );
    await api.rig.source.query(
      `insert into reports (id, platform, external_id, case_id, reported_at, source_updated_at, title, body, nature, urgency, category, place, grams, places, created_at)
       select gen_random_uuid(), 'hotline', 'H1', id, opened_at, opened_at, 't', '银杏路路灯不亮', 'complaint', 'normal', 'E0113', '{}', '', '{}', opened_at from cases`,
    );
    const { body } = await api.ask(`cases/${number}`);
    expect(body['dueAt']).toEqual({ sign: '2026-11-26T01:30:00.000Z' });
    expect(body['reports']).toEqual([{ platform: 'hotline', externalId: 'H1', text: '银杏路路灯不亮' }]);
  });

  it.each([
    ['lead', `lead = 'gas-supply'`, {}],
    ['co-handler', `co_handlers = '{gas-supply}'`, {}],
    [
      'beside',
      'proceedings = $2',
      { whistles: [{ id: 1, kind: 'daily', street: 's', because: 'b', calls: [{ department: 'gas-supply' }] }] },
    ],
    [
      'beside',
      'proceedings = $2',
      { commitments: [{ id: 7, department: 'gas-supply', what: '更换灯头', dueAt: '2026-12-01T00:00:00.000Z' }] },
    ],
  ])('are those it has to do with, as %s by %s', async (role, set, around) => {
    const number = await api.dispatch();
    await change(number, 'lead = null');
    const proceedings = { whistles: [], meetings: [], commitments: [], unsatisfied: 0, ...around };
    await change(number, set, ...(set.includes('$2') ? [proceedings] : []));
    expect((await api.ask(`cases/${number}`)).body['role']).toBe(role);
    expect(itemsOf(await api.ask('cases')).map((one) => one.number)).toEqual([number]);
  });

  it('never are others’, which look like cases that do not exist', async () => {
    const number = await api.dispatch();
    await change(number, `lead = 'heat-supply', returned_by = '{gas-supply}'`);
    const foreign = await api.ask(`cases/${number}`);
    const unknown = await api.ask('cases/HL20200101000000');
    expect([foreign.status, foreign.text.replaceAll(number, 'HL20200101000000')]).toEqual([404, unknown.text]);
    expect(unknown.body['code']).toBe('CASE_UNKNOWN');
    expect((await api.ask('cases')).body).toEqual({ items: [] });
  });

  it('are listed open or closed, newest first, page by page', async () => {
    const numbers: string[] = [];
    for (const minute of [0, 1, 2]) {
      api.rig.clock.at = new Date(Date.UTC(2026, 10, 26, 0, minute));
      numbers.push(await api.dispatch());
    }
    await change(numbers[1], `closed_at = now(), status = 'closed'`);
    const listed = async (query: string) => itemsOf(await api.ask(`cases?${query}`)).map(({ number }) => number);
    expect(await listed('')).toEqual([numbers[2], numbers[1], numbers[0]]);
    expect(await listed('state=open')).toEqual([numbers[2], numbers[0]]);
    expect(await listed('state=closed')).toEqual([numbers[1]]);
    const first = await api.ask('cases?limit=2');
    expect(itemsOf(first).map(({ number }) => number)).toEqual([numbers[2], numbers[1]]);
    expect(await listed(`limit=2&cursor=${String(first.body['next'])}`)).toEqual([numbers[0]]);
  });
});

describe('the messages of a department that fetches them', () => {
  it.each([false, true])('are those a webhook would have brought, bytes and id (thin: %s)', async (thin) => {
    const { url, received } = await api.rig.receiver();
    await api.rig.seed({ url, thin });
    const id = await api.rig.owe();
    await api.rig.deliver();
    await api.rig.source.query(`update deliveries set state = 'owed'`);
    await api.rig.seed({ url: undefined, thin });
    const [item] = itemsOf(await api.ask('events'));
    expect(item.id).toBe(id);
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([id]);
    expect(JSON.stringify(item.event)).toBe(received[0].body);
  });

  it('come in pages, and asking for the next says that this one has arrived', async () => {
    const ids = [await api.rig.owe(), await api.rig.owe('case.closed'), await api.rig.owe()];
    const first = await api.ask('events?limit=2');
    expect(itemsOf(first).map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(await api.rig.messages()).toEqual(['owed 1', 'owed 1', 'owed 0']);
    const second = await api.ask(`events?after=${String(first.body['next'])}`);
    expect(itemsOf(second).map(({ id }) => id)).toEqual(ids.slice(2));
    expect(await api.rig.messages()).toEqual(['confirmed 1', 'confirmed 1', 'owed 1']);
  });

  it.each([
    ['is sent them', () => api.rig.seed({ url: 'http://127.0.0.1:9/hook' }), 409, 'ENDPOINT_HAS_ADDRESS'],
    ['is disabled', () => api.rig.desk.change('gas-supply', { state: 'disabled' }, 'li'), 409, 'ENDPOINT_DISABLED'],
    [
      'has no endpoint',
      () => api.rig.source.query('delete from endpoints').then(() => api.rig.directory.refresh()),
      404,
      'NOT_FOUND',
    ],
  ] as const)('stay where they are when it %s', async (_, make, status, code) => {
    await make();
    await api.rig.owe();
    const answer = await api.ask('events');
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
    expect(await api.rig.messages()).toEqual(['owed 0']);
  });

  it.each(['after=noise', 'after=', 'limit=0', 'limit=201', 'before=1'])('are not shown for %s', async (query) => {
    await api.rig.owe();
    const answer = await api.ask(`events?${query}`);
    expect([answer.status, answer.body['code']]).toEqual([400, 'REQUEST_INVALID']);
    expect(await api.rig.messages()).toEqual(['owed 0']);
  });
});

describe('the portal of a department', () => {
  it('shows its endpoint and never a secret', async () => {
    const { status, body, text } = await api.ask('endpoint');
    expect(status).toBe(200);
    expect(body).toMatchObject({ department: 'gas-supply', mode: 'pull', url: null, state: 'enabled', algorithms: ['v1'] });
    expect(body['secrets']).toEqual([
      { id: expect.stringMatching(/^[0-9a-f]{12}$/), kind: 'shared', createdAt: expect.stringMatching(/Z$/), expiresAt: null },
    ]);
    expect(text).not.toContain('whsec');
    expect(text).not.toContain(FIRST_SECRET.slice(6));
  });

  it('rotates the secret: the new one is shown once and is the one that signs', async () => {
    const rotated = await api.ask('endpoint/secrets', { method: 'POST', payload: { overlapHours: 2 } });
    expect([rotated.status, rotated.headers['cache-control']]).toEqual([201, 'no-store']);
    expect(rotated.body['key']).toBe(api.rig.directory.of('gas-supply')?.[0]);
    expect(rotated.body['key']).not.toBe(FIRST_SECRET);
    const shown = await api.ask('endpoint');
    expect((shown.body['secrets'] as object[]).length).toBe(2);
    expect(shown.text).not.toContain(String(rotated.body['key']).slice(6));
    const [notice] = await api.rig.source.query<{ what: string; by: string }[]>('select what, by from endpoint_notices');
    expect(notice).toEqual({ what: 'rotated', by: 'department:gas-supply' });
  });

  it('tests the address, and says so where there is none', async () => {
    const refused = await api.ask('endpoint/test', { method: 'POST' });
    expect([refused.status, refused.body['code']]).toEqual([409, 'ENDPOINT_HAS_NO_ADDRESS']);
    const { url, received } = await api.rig.receiver();
    await api.rig.seed({ url });
    const tested = await api.ask('endpoint/test', { method: 'POST' });
    expect(tested.body).toMatchObject({ kind: 'confirmed', status: 204, id: received[0].headers['webhook-id'] });
  });

  it('shows what was sent, each attempt, and replays what is parked or arrived', async () => {
    const { url, received, answer } = await api.rig.receiver(500);
    await api.rig.seed({ url });
    const number = await api.dispatch();
    await api.rig.deliver();
    const failed = itemsOf(await api.ask('deliveries?state=owed'));
    expect(failed).toMatchObject([
      { caseNumber: number, type: 'case.dispatched', state: 'owed', attempts: [{ number: 1, outcome: 'failed', status: 500 }] },
    ]);
    const [{ id }] = failed;
    const replay = (key?: string) => api.ask(`deliveries/${id}/replay`, { method: 'POST', key });
    const tooEarly = await replay();
    expect([tooEarly.status, tooEarly.body['code']]).toEqual([409, 'DELIVERY_UNDER_WAY']);
    for (const state of ['parked', 'confirmed']) {
      await api.rig.source.query('update deliveries set state = $1', [state]);
      const other = await replay((await api.makeKey({ scopeIds: ['heat-supply'] })).token);
      expect([other.status, other.body['code']]).toEqual([404, 'DELIVERY_UNKNOWN']);
      expect((await replay()).body).toEqual({ id, state: 'owed' });
      expect(api.doorbell.rings.at(-1)).toEqual({ job: 'deliver-webhooks', target: 'gas-supply' });
    }
    answer.status = 204;
    await api.rig.deliver();
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([id, id]);
    expect(itemsOf(await api.ask('deliveries?state=confirmed')).map((one) => one.id)).toEqual([id]);
  });

  it.each([
    ['POST', 'endpoint/secrets', { overlapHours: 169 }],
    ['POST', 'endpoint/secrets', { kind: 'ed25519' }],
    ['POST', 'deliveries/1/replay', undefined],
    ['GET', 'deliveries?state=lost', undefined],
    ['GET', 'deliveries?cursor=noise', undefined],
    ['GET', 'cases?state=lost', undefined],
  ] as const)('refuses %s %s', async (method, path, payload) => {
    const { status, body } = await api.ask(path, { method, payload });
    expect([status, body['code']]).toEqual([400, 'REQUEST_INVALID']);
  });

  it.each(['cases', 'cases/HL1', 'events', 'endpoint', 'deliveries'])('opens %s to no one without a key', async (path) => {
    const { status, body } = await api.ask(path, { key: null });
    expect([status, body['code']]).toEqual([401, 'UNAUTHENTICATED']);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { openCity } from '#apps/hub/open-city.js';
import { queueBackends } from '#test/support/queue-backends.js';
import { Town } from '#test/support/town.js';
import { until } from '#test/support/until.js';

interface Problem {
  readonly status: number;
  readonly code?: string;
  readonly replayed: boolean;
}

describe.each(queueBackends())('a call-back, doorbells on $name', (backend) => {
  let town: Town;
  let open: { number: string; lead: string };

  beforeAll(async () => {
    // A city whose departments take their time: the case waits for us to sign it.
    town = await Town.open({ backend, matters: 12, overSeconds: 0, pace: 1000, seed: 3 });
    await town.startHub();
    open = await until(async () => {
      const rows = await town.query<typeof open>(`select number, lead from cases where status = 'dispatched' limit 1`);
      return rows[0];
    });
  });
  afterAll(() => town.end());

  const send = async (
    id: string,
    body: string,
    { department = open.lead, secretOf = open.lead, at = new Date(), path = open.number } = {},
  ) => {
    const endpoint = openCity(town.config).endpoints.find((each) => each.department === secretOf);
    const signature = new Webhook(endpoint?.secret ?? '').sign(id, at, body);
    const headers = {
      'content-type': 'application/json',
      'x-department': department,
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': signature,
    };
    const answer = await fetch(`${town.hub?.url}/department/v1/cases/${path}/commands`, { method: 'POST', headers, body });
    const problem = (await answer.json()) as { code?: string };
    return {
      status: answer.status,
      code: problem.code,
      replayed: answer.headers.get('idempotent-replayed') === 'true',
    } satisfies Problem;
  };
  /** Other reports may join the case meanwhile; only its department's doing counts. */
  const doings = async () => {
    const rows = await town.query<{ type: string }>(
      `select e.type from case_events e join cases c on c.id = e.case_id where c.number = $1 and e.actor like 'department:%' order by e.seq`,
      [open.number],
    );
    return rows.map(({ type }) => type);
  };
  const refusals = () =>
    town.query<{ who: string; code: string; detail: string }>('select who, code, detail from refusals order by id');
  const sign = JSON.stringify({ command: 'sign' });

  it('signed with another secret is refused and kept on record', async () => {
    const other = open.lead === 'education' ? 'health' : 'education';
    expect(await send('forged-1', sign, { secretOf: other })).toMatchObject({ status: 401, code: 'CALLBACK_SIGNATURE_INVALID' });
    expect(await refusals()).toEqual([
      { who: `department:${open.lead}`, code: 'CALLBACK_SIGNATURE_INVALID', detail: 'signature-mismatch' },
    ]);
    expect(await doings()).toEqual([]);
  });

  it('that is ten minutes old is refused', async () => {
    const at = new Date(Date.now() - 600_000);
    expect(await send('stale-1', sign, { at })).toMatchObject({ status: 401, code: 'CALLBACK_OUTSIDE_TOLERANCE' });
    expect(await doings()).toEqual([]);
  });

  it('from a department the case is not with is refused', async () => {
    const other = open.lead === 'education' ? 'health' : 'education';
    expect(await send('foreign-1', sign, { department: other, secretOf: other })).toMatchObject({
      status: 403,
      code: 'CASE_FOREIGN',
    });
  });

  it('for a case that does not exist is refused', async () => {
    expect(await send('unknown-1', sign, { path: 'HL20200101000000' })).toMatchObject({ status: 404, code: 'CASE_UNKNOWN' });
  });

  it('of the wrong shape says which field', async () => {
    expect(await send('shape-1', JSON.stringify({ command: 'hand-in' }))).toMatchObject({ status: 400, code: 'REQUEST_INVALID' });
  });

  it('that is genuine moves the case once, however often it is sent', async () => {
    expect(await send('genuine-1', sign)).toMatchObject({ status: 200, replayed: false });
    expect(await send('genuine-1', sign)).toMatchObject({ status: 200, replayed: true });
    expect(await doings()).toEqual(['case.signed']);
  });

  it('that uses an id again for another body is refused and kept on record', async () => {
    const body = JSON.stringify({ command: 'hand-in', result: '已处理' });
    expect(await send('genuine-1', body)).toMatchObject({ status: 409, code: 'CALLBACK_REPLAYED' });
    expect((await refusals()).at(-1)).toMatchObject({ code: 'CALLBACK_REPLAYED' });
    expect(await doings()).toEqual(['case.signed']);
  });
});

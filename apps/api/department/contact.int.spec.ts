import { afterEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { as } from '#domain/ids.js';
import type { CategoryCode, DepartmentId } from '#domain/ids.js';
import type { Reference } from '#domain/reference/reference.js';
import { DepartmentApp } from '#test/support/department-app.js';
import { FIRST_SECRET } from '#test/support/endpoint-rig.js';
import { TEST_VAULT } from '#test/support/test-seal.js';

const gas = as<DepartmentId>('gas-supply');
const REPORTER = { name: '温如玉', phone: '13900001234' };

/** As `contact: true` stands on the department, or on the category of its case. */
const changed =
  <Key extends 'departments' | 'categories'>(list: Key, id: string) =>
  (reference: Reference): Reference => {
    const entries = new Map<string, object>(reference[list]);
    entries.set(id, { ...entries.get(id), contact: true });
    return { ...reference, [list]: entries };
  };

const NEITHER = undefined;
const DEPARTMENT = changed('departments', gas);
const CATEGORY = changed('categories', 'E0113');
const OTHER_CATEGORY = changed('categories', 'E0136' as CategoryCode);
const OTHER_DEPARTMENT = changed('departments', 'heat-supply');

let api: DepartmentApp;
afterEach(() => api.close());

/** A case of the gas company whose citizen can be called. */
async function open(change?: (reference: Reference) => Reference): Promise<string> {
  api = await DepartmentApp.open(change);
  api.rig.clock.at = new Date();
  const number = await api.dispatch();
  const sealed = TEST_VAULT.seal({ reporter: REPORTER }, { platform: as('hotline'), externalId: as('20261120000001') });
  await api.rig.source.query(
    `insert into reports (id, platform, external_id, case_id, reported_at, source_updated_at, title, body, nature, urgency, category,
       place, grams, places, created_at, sealed_reporter, reporter_hash)
     select gen_random_uuid(), 'hotline', '20261120000001', id, now(), now(), '路灯不亮', '路灯不亮', 'complaint', 'normal', 'E0113',
       '{}', '', '{}', now(), $2, 'h' from cases where number = $1`,
    [number, Buffer.from(sealed)],
  );
  return number;
}

const said = async (number: string): Promise<unknown> => (await api.ask(`cases/${number}`)).body['contact'];

/** What the receiver was sent, its signature checked over the very bytes. */
async function sent() {
  const { received, answer, url } = await api.rig.receiver();
  // A 204 has no body to say anything back in.
  Object.assign(answer, { status: 200, echoes: true });
  await api.rig.seed({ url });
  await api.rig.deliver();
  const [{ body, headers }] = received;
  return new Webhook(FIRST_SECRET).verify(body, headers) as { data: Record<string, unknown> };
}

async function pulled(): Promise<unknown> {
  await api.rig.seed({ url: undefined });
  const { body } = await api.ask('events');
  return (body as { items: { event: { data: Record<string, unknown> } }[] }).items[0].event.data['contact'];
}

describe('whom a department may call', () => {
  it.each([
    ['nobody says that it is needed', NEITHER, undefined],
    ['another department needs it', OTHER_DEPARTMENT, undefined],
    ['another category needs it', OTHER_CATEGORY, undefined],
    ['the department needs it', DEPARTMENT, REPORTER],
    ['the category needs it', CATEGORY, REPORTER],
  ])('where %s', async (_, change, contact) => {
    const number = await open(change);
    expect([await said(number), await pulled(), (await sent()).data['contact']]).toEqual([contact, contact, contact]);
  });

  it('is never stored: not with the message, not with the attempt, though the receiver says it back', async () => {
    await open(DEPARTMENT);
    expect((await sent()).data['contact']).toEqual(REPORTER);
    const [{ count }] = await api.rig.source.query<{ count: number }[]>('select count(*)::int from delivery_attempts');
    expect(count).toBe(1);
    const tables = ['deliveries', 'delivery_attempts', 'department_feed_entries', 'case_events'];
    for (const table of tables) {
      const rows = await api.rig.source.query<{ text: string }[]>(`select t::text as text from ${table} t`);
      expect(rows.filter(({ text }) => /温如玉|13900001234/.test(text))).toEqual([]);
    }
  });

  it('is told to a thin endpoint only when it reads the case', async () => {
    const number = await open(DEPARTMENT);
    const { received, url } = await api.rig.receiver();
    await api.rig.seed({ url, thin: true });
    await api.rig.deliver();
    expect(received[0].body).not.toContain('contact');
    expect(await said(number)).toEqual(REPORTER);
  });

  it.each([
    ['closed', `update cases set closed_at = now(), status = 'closed'`],
    ['another department’s meanwhile', `update cases set lead = 'heat-supply'`],
    ['of a citizen who was forgotten', `update reports set sealed_reporter = null, reporter_hash = null`],
    ['of a report that was taken back', `update reports set withdrawn_at = now()`],
  ])('is not told of a case that is %s', async (_, sql) => {
    await open(DEPARTMENT);
    await api.rig.source.query(sql);
    expect((await sent()).data['contact']).toBeUndefined();
  });
});

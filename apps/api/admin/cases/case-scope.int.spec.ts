import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseScope } from '#identity/access/case-scope.js';
import { scopeCondition } from '#identity/access/case-scope.js';
import { CaseList } from '#storage/reading/case-list.js';
import { Conditions } from '#storage/reading/conditions.js';
import { signInAs } from '#test/support/admin-app.js';
import { AdminDesk } from '#test/support/admin-desk.js';

/** Cases that transport leads, helps with, was whistled for, and promised something for; and one that is none of its business. */
const MORE = `
insert into cases (id, number, version, status, opened_at, title, category, nature, urgency, place, street, grid_code, lead, co_handlers, proceedings, route, last_hash)
select gen_random_uuid(), 'HL20261121000' || n, 1, 'handling', timestamptz '2026-11-21T01:00:00Z' - n * interval '1 hour', '件 ' || n, 'E0113', 'help', 'normal', '{}', street, grid, lead, co::text[], around::jsonb,
  '{"kind":"held","because":"","candidates":[]}', 'x'
from (values
  (1, '望海街道', 'g1', 'transport', '{}', null), (2, '望海街道', 'g2', 'police', '{transport}', null),
  (3, '松风街道', 'g1', 'police', '{}', '{"whistles":[{"id":1,"kind":"daily","street":"s","because":"b","calls":[{"department":"transport"}]}],"meetings":[],"commitments":[],"unsatisfied":0}'),
  (4, null, null, null, '{}', '{"whistles":[],"meetings":[],"commitments":[{"id":1,"department":"transport","what":"w","dueAt":"2026-12-01T00:00:00Z"}],"unsatisfied":0}'), (5, '松风街道', 'g3', 'police', '{water}', null)) v(n, street, grid, lead, co, around)`;

const SCOPES: readonly (readonly [CaseScope, readonly string[]])[] = [
  [{ kind: 'all' }, ['1', '2', '3', '4', '5', 'HL202611200001']],
  [{ kind: 'department', ids: ['transport'] }, ['1', '2', '3', '4']],
  [{ kind: 'department', ids: [] }, []],
  [{ kind: 'street', names: ['松风街道'] }, ['3', '5']],
  [{ kind: 'grid', codes: ['g1', 'g2'] }, ['1', '2', '3']],
];

describe('the case list of somebody with a scope', () => {
  let desk: AdminDesk;

  beforeAll(async () => {
    desk = await AdminDesk.open();
    await desk.reset();
    await desk.source.query(MORE);
  });
  afterAll(() => desk?.end());

  it.each(SCOPES)('of %j has its cases and no others, as the one rule says', async (scope, expected) => {
    const { items } = await new CaseList(desk.source).page({ filter: {}, scope, now: new Date() }, { limit: 50 });
    expect(items.map(({ number }) => number.replace('HL20261121000', ''))).toEqual(expected);
    const { sql, values } = scopeCondition(scope);
    const where = new Conditions().add(sql, ...values);
    const rows = await desk.source.query<{ number: string }[]>(
      `select c.number from cases c where ${where} order by c.opened_at desc`,
      where.parameters,
    );
    expect(rows.map(({ number }) => number)).toEqual(items.map(({ number }) => number));
  });

  it('holds for the list, the counts, the page, and for cases that are ordered about', async () => {
    await signInAs(desk.app, 'wang');
    await desk.source.query(
      `update operators set role = 'street', scope_kind = 'street', scope_ids = '{松风街道}' where name = 'wang'`,
    );
    const payload = { name: 'wang', password: 'right-password' };
    const session = await desk.app.inject({ method: 'POST', url: '/api/v1/session', payload });
    const headers = { authorization: `Bearer ${session.json<{ token: string }>().token}` };
    const get = (url: string) => desk.app.inject({ url: `/api/v1/${url}`, headers });
    expect((await get('cases')).json<{ items: { number: string }[] }>().items.map(({ number }) => number)).toEqual([
      'HL202611210003',
      'HL202611210005',
    ]);
    expect((await get('cases/counts')).json()).toMatchObject({ total: 2, totalLabel: '2' });
    expect((await get('cases.csv')).body.trimEnd().split('\n')).toHaveLength(3);
    expect((await get('cases/HL202611210003')).statusCode).toBe(200);
    expect((await get('cases/HL202611210001')).statusCode).toBe(404);
  });
});

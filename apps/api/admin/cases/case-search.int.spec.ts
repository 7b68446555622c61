import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FILTER_NAMES } from '#storage/reading/case-filters.js';
import { AdminDesk } from '#test/support/admin-desk.js';

const [OLD, LAMP, NOISE] = ['HL202611010001', 'HL202611200001', 'HL202611200002'];
const NOISY = '0190a000-0000-7000-8000-000000000002';
const CLOSED = '0190a000-0000-7000-8000-000000000003';

/** Beside the held lamp of the desk: a noise that much goes on around, and an old case that is closed. */
const MORE = `
insert into cases (id, number, version, status, opened_at, title, category, nature, urgency, place, street, grid_code, lead, co_handlers,
  returned_by, round, supervision, recurrence_of, route, proceedings, last_hash) values
('${NOISY}', '${NOISE}', 4, 'handling', '2026-11-20T01:30:00Z', '夜间施工噪音', 'A0203', 'help', 'urgent',
  '{"address":"云岚街道银杏路 88 号","longitude":120.1,"latitude":36.1,"street":"云岚街道","gridCode":"370212001"}', '云岚街道', '370212001',
  'ecology', '{urban-management}', '{transport}', 2, 'urged', '${CLOSED}', '{"kind":"routed","rule":"learned","because":"","candidates":[]}',
  '{"mode":"backstop","request":{"kind":"extension"},"whistles":[{"id":1,"street":"云岚街道办","calls":[{"department":"police"}]}],
    "meetings":[{"id":1}],"commitments":[{"id":1,"department":"housing"}],"claim":{"partner":"yunhui-property"},"suspension":{"until":"2026-12-01"},"unsatisfied":1}', 'x'),
('${CLOSED}', '${OLD}', 9, 'closed', '2026-11-01T01:00:00Z', '垃圾清运', 'E0101', 'complaint', 'normal', '{"address":"松风里"}', '松风街道', null, 'urban-management', '{}',
  '{}', 1, null, null, '{"kind":"routed","rule":"duty-list","because":"","candidates":[]}', null, 'x');
update cases set answer = '{"text":"已清运","department":"urban-management","at":"2026-11-02T01:00:00Z"}', answered_at = '2026-11-02T02:00:00Z',
  closed_at = '2026-11-03T01:00:00Z' where id = '${CLOSED}';
insert into reports (id, platform, external_id, case_id, reported_at, source_updated_at, title, body, nature, urgency, category, place, reporter_hash, evaluation, grams, places, created_at) values
('0190a000-0000-7000-8000-0000000000a2', 'grid', 'W/77', '${NOISY}', '2026-11-20T01:30:00Z', '2026-11-20T01:30:00Z', '夜间施工噪音', '每晚打桩到一点，ＫＴＶ也吵', 'help', 'urgent', 'A0203', '{"address":"云岚街道银杏路 88 号"}', 'r1', null, '', '{}', '2026-11-20T01:30:00Z'),
('0190a000-0000-7000-8000-0000000000a3', 'hotline', 'H9', '${NOISY}', '2026-11-20T01:40:00Z', '2026-11-20T01:40:00Z', '打桩声', '睡不着', 'help', 'urgent', 'A0203', '{}', 'r2', null, '', '{}', '2026-11-20T01:40:00Z'),
('0190a000-0000-7000-8000-0000000000a4', 'hotline', 'H3', '${CLOSED}', '2026-11-01T01:00:00Z', '2026-11-01T01:00:00Z', '垃圾清运', '三天没收', 'complaint', 'normal', 'E0101', '{}', null,
  '{"solved":false,"satisfied":false,"at":"2026-11-02T03:00:00Z"}', '', '{}', '2026-11-01T01:00:00Z');
insert into case_events values ('${NOISY}', 1, 'case.extended', '2026-11-20T01:35:00Z', 'hub', '{}', 'x'),
  ('${CLOSED}', 1, 'case.settled_on_the_spot', '2026-11-03T01:00:00Z', 'hub', '{}', 'x'), ('0190a000-0000-7000-8000-000000000001', 2, 'case.held', '2026-11-20T01:01:00Z', 'operator:li', '{}', 'x');
insert into case_clocks (case_id, clock, starts_at, warn_at, due_at, because) values
('${NOISY}', 'whistle/1/police', '2026-11-20T01:30:00Z', '2026-11-20T01:35:00Z', '2026-11-20T01:45:00Z', '30 分钟');
insert into hot_issues (case_id, raised_at, recent, expected, surprise) values ('${NOISY}', '2026-11-20T01:50:00Z', 9, 1, 9);
insert into match_suggestions (report_id, case_id, nearest, score, shares, created_at)
values ('0190a000-0000-7000-8000-0000000000a1', '${NOISY}', '0190a000-0000-7000-8000-0000000000a2', 0.6, '[]', '2026-11-20T01:50:00Z');
insert into attachments (id, case_id, department, name, type, bytes, sha256, at)
values ('0190a000-0000-7000-8000-0000000000e1', '${CLOSED}', 'urban-management', '现场.jpg', 'image/jpeg', 3, '\\x00', '2026-11-02T01:00:00Z');
update cases set merged_into = '${NOISY}' where id = '${CLOSED}';
update reports set place = '{"address":"云岚街道银杏路 3 号"}' where external_id = 'H1';
`;

/** What each filter leaves; it is eleven o'clock in the morning of the twentieth in the city, ten there. */
const ASKED: readonly (readonly [query: string, ...numbers: string[]])[] = [
  ['q=噪音', NOISE],
  ['q=打桩 一点', NOISE],
  ['q=ktv', NOISE],
  ['q=W/77', NOISE],
  ['q=银杏路', NOISE, LAMP],
  ['q=202611200002', NOISE],
  ['q=hl2026', NOISE, LAMP, OLD],
  ['q=噪', NOISE],
  ['q=不存在'],
  ['q=100%25'],
  ['place=银杏', NOISE, LAMP],
  ['reporter=13812345678'],
  ['status=held,closed', LAMP, OLD],
  ['step=dispatch', LAMP],
  ['open=true', NOISE, LAMP],
  ['open=false', OLD],
  ['platform=grid', NOISE],
  ['channel=hotline', NOISE, LAMP, OLD],
  ['nature=help', NOISE],
  ['class=E01', LAMP, OLD],
  ['category=E0113', LAMP],
  ['urgency=urgent', NOISE],
  ['street=松风街道', OLD],
  ['grid=370212001', NOISE],
  ['hasPlace=true', NOISE],
  ['department=urban-management', NOISE, OLD],
  ['lead=urban-management', OLD],
  ['coHandler=urban-management', NOISE],
  ['involves=police', NOISE],
  ['rule=learned', NOISE],
  ['mode=backstop', NOISE],
  ['needs=decision,score', NOISE],
  ['heldByOperator=true', LAMP],
  ['clock=yellow', LAMP],
  ['clock=red', NOISE],
  ['clock=green', OLD],
  ['overdue=whistle', NOISE],
  ['dueFrom=2026-11-20T02:00:00Z', LAMP],
  ['dueBefore=2026-11-20T02:00:00Z', NOISE],
  ['supervision=urged', NOISE],
  ['extended=true', NOISE],
  ['suspended=true', NOISE],
  ['reportsAtLeast=2', NOISE],
  ['reportersAtLeast=2', NOISE],
  ['returnedAtLeast=1', NOISE],
  ['returnedBy=transport', NOISE],
  ['roundsAtLeast=2', NOISE],
  ['recurrence=true', NOISE],
  ['merged=true', OLD],
  ['suggested=true', NOISE, LAMP],
  ['hot=true', NOISE],
  ['whistleOpen=true', NOISE],
  ['whistleBy=云岚街道办', NOISE],
  ['promised=true', NOISE],
  ['claimedBy=yunhui-property', NOISE],
  ['settled=true', OLD],
  ['attached=true', OLD],
  ['answered=true', OLD],
  ['solved=false', OLD],
  ['solved=true'],
  ['satisfied=false', OLD],
  ['unsatisfiedAtLeast=1', NOISE],
  ['openedFrom=2026-11-20', NOISE, LAMP],
  ['openedBefore=2026-11-20', OLD],
  ['handledFrom=2026-11-02', OLD],
  ['handledBefore=2026-11-02'],
  ['closedFrom=2026-11-03T01:00:00Z', OLD],
  ['closedBefore=2026-11-03T01:00:00Z'],
  ['street=云岚街道&nature=help&q=施工', NOISE],
  ['street=云岚街道&nature=complaint&hot=true'],
];

describe('the case list', () => {
  let desk: AdminDesk;
  const get = (url: string) => desk.get(encodeURI(url).replace(/%2525/g, '%25'));
  const numbers = async (query: string): Promise<string[]> => {
    const answer = (await get(`cases?${query}`)).json<{ items: { number: string }[] }>();
    return answer.items.map(({ number }) => number);
  };

  beforeAll(async () => {
    desk = await AdminDesk.open();
    await desk.reset();
    await desk.source.query(MORE);
  });
  afterAll(() => desk?.end());

  it.each(ASKED)('finds by %s', async (query, ...expected) => {
    expect(await numbers(query)).toEqual(expected);
  });

  it('has an example here for every filter', () => {
    const asked = new Set(ASKED.map(([query]) => query.split('=')[0]));
    expect(FILTER_NAMES.filter((name) => !asked.has(name))).toEqual([]);
    expect(FILTER_NAMES.length).toBeGreaterThanOrEqual(34);
  });

  it.each([
    ['newest', [NOISE, LAMP, OLD]],
    ['due', [NOISE, LAMP]],
    ['reports', [NOISE, LAMP, OLD]],
    ['longest', [LAMP, NOISE]],
  ])('is read page by page in the order %s', async (sort, expected) => {
    const found: string[] = [];
    for (let query = `cases?sort=${sort}&limit=1`, more = true; more;) {
      const { items, next } = (await get(query)).json<{ items: { number: string }[]; next?: string }>();
      found.push(...items.map(({ number }) => number));
      more = next !== undefined;
      query = `cases?sort=${sort}&limit=1&cursor=${next}`;
    }
    expect(found).toEqual(expected);
  });

  it.each([
    'status=lost',
    'hot=perhaps',
    'reportsAtLeast=-1',
    'openedFrom=yesterday',
    'q=',
    'sort=oldest',
    'colour=red',
    'cursor=abc',
    'street=a%00',
  ])('does not take %s', async (query) => {
    expect((await desk.get(`cases?${query}`)).statusCode).toBe(400);
  });

  it('counts what each value would leave, steps with their statuses', async () => {
    const counted = (await get('cases/counts?street=云岚街道')).json<{
      total: number;
      isCapped: boolean;
      facets: { filter: string; values: object[] }[];
    }>();
    const facet = (name: string) => counted.facets.find(({ filter }) => filter === name)?.values;
    expect([counted.total, counted.isCapped]).toEqual([2, false]);
    expect(facet('status')).toEqual([
      { value: 'handling', count: 1 },
      { value: 'held', count: 1 },
    ]);
    expect(facet('step')).toEqual([
      { value: 'dispatch', count: 1 },
      { value: 'handle', count: 1 },
    ]);
    expect(facet('platform')).toEqual([
      { value: 'hotline', name: '12345 政务热线', count: 2 },
      { value: 'grid', name: 'grid', count: 1 },
    ]);
    expect(facet('hot')).toEqual([{ value: 'true', count: 1 }]);
    expect(facet('clock')).toEqual([
      { value: 'red', count: 1 },
      { value: 'yellow', count: 1 },
    ]);
  });

  it('tells which filters there are', async () => {
    const { filters } = (await get('cases/filters')).json<{ filters: { name: string; label: string }[] }>();
    expect(filters.map(({ name }) => name)).toEqual([...FILTER_NAMES]);
    expect(filters.find(({ name }) => name === 'clock')).toEqual({
      ...{ name: 'clock', label: '红黄绿灯', kind: 'words', isCounted: true, values: ['green', 'yellow', 'red'] },
    });
  });

  it('follows a case: new words are found, old ones are not', async () => {
    await desk.source.query(`update reports set title = '井盖松动', body = '车过有响声' where external_id = 'H1'`);
    expect(await numbers('q=井盖')).toEqual([LAMP]);
    expect(await numbers('q=路灯')).toEqual([]);
  });
});

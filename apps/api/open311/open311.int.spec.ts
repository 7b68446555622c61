import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixMyStreet, errorOf, xmlOf } from '#test/support/fixmystreet.js';
import { FIXMYSTREET_KEY, Open311Hub, inboxRow } from '#test/support/open311-hub.js';
import { until } from '#test/support/until.js';

const BATCH_KEY = 'sesame-slow-client';
const HOUR_MS = 3_600_000;

/** Times as FixMyStreet writes them, hours from now. */
const hours = (n: number): string => new Date(Date.now() + n * HOUR_MS).toISOString().replace(/\.\d+Z$/, 'Z');

/** Matters that nobody would take for one another: a service, what is wrong there, and where. */
const MATTERS: readonly (readonly [string, string, string, string])[] = [
  ['P0137', '银杏路 3 号门口的路灯坏了三天，晚上一片黑。<急> & 谢谢 🙏', '36.0800', '120.3440'],
  ['E0110', '菜市场后门的垃圾堆了半个月没有人清运', '36.0210', '120.2110'],
  ['P0402', '中心小学围墙外的梧桐树被风吹歪，快压到电线了', '36.1620', '120.4630'],
  ['A0501', '澄湾新村十二栋整个单元暖气不热，老人受不了', '35.9930', '120.5240'],
  ['E0301', '地铁工地半夜两点还在打桩，整夜无法入睡', '36.2340', '120.1350'],
  ['A0701', '健身房突然关门跑路，办的年卡不退钱', '36.3150', '120.6160'],
  ['E0409', '幼儿园门口的消火栓前面天天停着面包车', '36.1060', '120.7270'],
  ['P0205', '滨海大道与鱼港路口的红绿灯方向错乱', '36.4070', '120.0180'],
  ['A1001', '社区食堂的午餐送得太晚，独居老人等不及', '36.2680', '120.8290'],
  ['E0129', '夜市烧烤摊的浓烟直接灌进楼上居民家里', '36.5090', '120.3300'],
];

/** A report as FixMyStreet sends it: what its client puts into the form, no more. */
const reportOf = (
  matter: number,
  id: string,
  change: Record<string, string | undefined> = {},
): Record<string, string | undefined> => {
  const [service, detail, lat, long] = MATTERS[matter];
  return {
    jurisdiction_id: 'yunlan.example',
    service_code: service,
    description: `title: 第 ${id} 号\n\ndetail: ${detail}\n\nurl: http://fms.example/report/${id}\n\nSubmitted via FixMyStreet\n`,
    lat,
    long,
    first_name: '岚',
    last_name: '秦',
    phone: '13800001234',
    email: 'qin@example.org',
    'attribute[fixmystreet_id]': id,
    ...change,
  };
};

describe('the Open311 server', () => {
  let town: Open311Hub;
  let fms: FixMyStreet;

  beforeAll(async () => {
    town = await Open311Hub.open([
      inboxRow('fixmystreet', { apiKey: FIXMYSTREET_KEY, jurisdictionId: 'yunlan.example', contact: '12345' }),
      inboxRow('slow-client', { apiKey: BATCH_KEY, jurisdictionId: 'yunlan.example', type: 'batch', publicRequests: false }),
    ]);
    fms = new FixMyStreet(town.hub.url, FIXMYSTREET_KEY);
  });
  afterAll(() => town?.close());

  const outcomes = async (externalId: string): Promise<string[]> => {
    const sql = 'select outcome from records where external_id = $1 order by id';
    return (await town.query<{ outcome: string }>(sql, [externalId])).map(({ outcome }) => outcome);
  };
  const settled = (externalId: string, count: number): Promise<string[]> =>
    until(async () => {
      const seen = await outcomes(externalId);
      return seen.length === count && seen.every((outcome) => outcome !== null) ? seen : undefined;
    });
  const updatesOf = (id: string, count: number) =>
    until(async () => {
      const mine = (await fms.updates(hours(-2), hours(1))).filter((update) => update['service_request_id'] === id);
      return mine.length >= count ? mine : undefined;
    });

  describe('as FixMyStreet uses it', () => {
    it('takes a report, tells its answer, and takes back that it was not solved', async () => {
      expect((await fms.services()).find((service) => service['service_code'] === 'P0137')).toMatchObject({
        service_name: '路灯',
        metadata: 'true',
        type: 'realtime',
        group: '公用设施',
      });
      const definition = xmlOf(await fms.get('services/P0137.xml', { jurisdiction_id: 'yunlan.example' }));
      expect(JSON.stringify(definition)).toContain('"code":"fixmystreet_id"');

      const { service_request_id: id, ...rest } = await fms.report(reportOf(0, '1001'));
      expect(id).toMatch(/^[0-9a-f]{16}$/);
      expect(rest).not.toHaveProperty('token');
      const opened = await town.caseOf(id);
      expect(opened).toMatchObject({ status: 'dispatched', lead: 'urban-management' });
      expect(opened.body).toBe('银杏路 3 号门口的路灯坏了三天,晚上一片黑。<急> & 谢谢 🙏');

      await town.depart(
        id,
        (department) => ({ command: 'sign', department }),
        (department) => ({ command: 'progress', department, note: '已派人到现场，联系电话 13900002222' }),
        (department) => ({ command: 'hand-in', department, result: '路灯已修复 <完> & 感谢' }),
      );
      const [progress, answer] = await updatesOf(id, 2);
      expect(progress).toMatchObject({ status: 'in_progress', description: '已派人到现场，联系电话 139****2222' });
      expect(answer).toMatchObject({
        status: 'fixed',
        description: '路灯已修复 <完> & 感谢',
        media_url: '',
        update_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        updated_datetime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/),
      });
      expect(progress['update_id']).not.toBe(answer['update_id']);
      await until(async () => (await town.caseOf(id)).status === 'answered');

      const updateId = await fms.comment({
        service_request_id: id,
        update_id: '77',
        updated_datetime: hours(0.1),
        status: 'OPEN',
        description: '昨晚又灭了',
        first_name: '岚',
        last_name: '-',
        email: 'qin@example.org',
      });
      expect(updateId).toMatch(/^[0-9a-f]{16}$/);
      expect(await settled(id, 2)).toEqual(['opened', 'updated']);
      expect(await town.caseOf(id)).toMatchObject({
        status: 'handling',
        round: 2,
        body: expect.stringMatching(/补充.*昨晚又灭了/),
      });
    });

    it('makes one report of a report that is sent again, and leaves its comments alone', async () => {
      const { service_request_id: id } = await fms.report(reportOf(1, '1002'));
      await settled(id, 1);
      const comment = {
        service_request_id: id,
        update_id: '5',
        updated_datetime: hours(0),
        status: 'OPEN',
        description: '还在吗',
      };
      const updateId = await fms.comment(comment);
      expect(await fms.comment(comment)).toBe(updateId);
      expect((await fms.report(reportOf(1, '1002')))['service_request_id']).toBe(id);
      expect((await settled(id, 2))[1]).toBe('updated');
    });

    it('tells reports without a number of the client’s apart by what they say', async () => {
      const anonymous = { 'attribute[fixmystreet_id]': undefined };
      const first = await fms.report(reportOf(2, '1003', anonymous));
      expect(await fms.report(reportOf(2, '1003', anonymous))).toEqual(first);
      expect((await fms.report(reportOf(3, '1004', anonymous)))['service_request_id']).not.toBe(first['service_request_id']);
    });

    it('lists what it was sent with where it stands, and nobody’s name, phone or address of mail', async () => {
      const description = '手机 13812345678，邮箱 li@example.org，身份证 110101199003070011';
      const { service_request_id: id } = await fms.report(
        reportOf(9, '1005', { description, media_url: 'http://fms.example/1005.jpeg' }),
      );
      await town.caseOf(id);
      const listed = await fms.requests({ start_date: hours(-1), end_date: hours(1), jurisdiction_id: 'yunlan.example' });
      expect(listed.find((request) => request['service_request_id'] === id)).toEqual({
        service_request_id: id,
        status: 'open',
        status_notes: '已派遣待签收',
        service_name: '露天烧烤',
        service_code: 'E0129',
        description: '手机 138****5678，邮箱 l*@example.org，身份证 110***********0011',
        agency_responsible: '区城市管理局',
        service_notice: '',
        requested_datetime: expect.stringMatching(/\+08:00$/),
        updated_datetime: expect.stringMatching(/\+08:00$/),
        expected_datetime: expect.stringMatching(/\+08:00$/),
        address: '',
        address_id: '',
        zipcode: '',
        lat: '36.509',
        long: '120.33',
        media_url: 'http://fms.example/1005.jpeg',
      });
      const everything = (await fms.get('requests.json')).text + (await fms.get('requests.xml')).text;
      expect(everything).not.toMatch(/秦|1380000\d{4}|[^*]@example\.org|岚"/);
    });

    it('takes a report back when its citizen does', async () => {
      const { service_request_id: id } = await fms.report(reportOf(4, '1006'));
      await settled(id, 1);
      await fms.comment({
        service_request_id: id,
        update_id: '9',
        updated_datetime: hours(0),
        status: 'CANCELLED',
        description: '',
      });
      expect(await settled(id, 2)).toEqual(['opened', 'withdrawn']);
      const [shown] = await fms.requests({ service_request_id: id });
      expect(shown).toMatchObject({ status: 'closed', status_notes: '已撤销' });
      expect((await fms.requests()).some((request) => request['service_request_id'] === id)).toBe(false);
    });
  });

  describe('as a mirror in front of a mirror', () => {
    it('knows its own update when it comes back as a comment', async () => {
      const { service_request_id: id } = await fms.report(reportOf(5, '1010'));
      await town.depart(
        id,
        (department) => ({ command: 'sign', department }),
        (department) => ({ command: 'progress', department, note: '正在处理' }),
      );
      const [ours] = await updatesOf(id, 1);
      const echo = { service_request_id: id, update_id: ours['update_id'], updated_datetime: hours(0), status: 'IN_PROGRESS' };
      expect(await fms.comment({ ...echo, description: '正在处理' })).toBe(ours['update_id']);
      expect(await outcomes(id)).toHaveLength(1);
    });

    it('knows its own request when it comes back as a report', async () => {
      const { service_request_id: id } = await fms.report(reportOf(6, '1011'));
      expect((await fms.report(reportOf(6, id)))['service_request_id']).toBe(id);
      expect(await outcomes(id)).toHaveLength(1);
    });
  });

  describe('for a client that waits with a token', () => {
    it('gives the id once there is a case', async () => {
      const slow = new FixMyStreet(town.hub.url, BATCH_KEY);
      const taken = await slow.report(reportOf(7, '2001'));
      expect(taken).not.toHaveProperty('service_request_id');
      const named = await until(async () => {
        const answer = await slow.get(`tokens/${taken['token']}.json`);
        const [{ service_request_id: id, token }] = JSON.parse(answer.text) as [Record<string, string | null>];
        return id === null ? undefined : { id, token };
      });
      expect(named.token).toBe(taken['token']);
      expect((await town.caseOf(named.id)).status).toBe('dispatched');
      expect(errorOf(await slow.get('tokens/0123456789abcdef.xml'))).toEqual([404, '404', 'token was not found']);
    });

    it('shows its requests to nobody else, since it asked for that', async () => {
      const slow = new FixMyStreet(town.hub.url, BATCH_KEY);
      const { token: id } = await slow.report(reportOf(8, '2002'));
      expect(errorOf(await slow.get(`requests/${id}.xml`))[0]).toBe(404);
      expect((await slow.get(`requests/${id}.xml`, { api_key: BATCH_KEY })).status).toBe(200);
      const comment = { service_request_id: id, update_id: '1', updated_datetime: hours(0), status: 'OPEN', description: '?' };
      expect(errorOf(await fms.post('servicerequestupdates.xml', comment))[0]).toBe(404);
    });
  });

  it('shows a request that still waits, under the id it gave', async () => {
    await town.query(
      `insert into pages (platform, received_at, day, pulled, unchanged) values ('fixmystreet', now(), current_date, 1, 0)`,
    );
    await town.query(
      `insert into records (page_id, platform, external_id, day, received_at, bytes, outcome)
       select max(id), 'fixmystreet', 'feedfeedfeedfeed', current_date, now(), $1, 'quarantined' from pages`,
      [
        Buffer.from(
          '{"service_request_id":"feedfeedfeedfeed","service_code":"E0113","description":"坑","requested_datetime":"2026-11-20T01:00:00Z"}',
        ),
      ],
    );
    expect(await fms.requests({ service_request_id: 'feedfeedfeedfeed,unknown', status: 'closed' })).toMatchObject([
      {
        status: 'open',
        status_notes: '已收到，待立案',
        service_name: '道路破损',
        requested_datetime: '2026-11-20T09:00:00+08:00',
      },
    ]);
  });
});

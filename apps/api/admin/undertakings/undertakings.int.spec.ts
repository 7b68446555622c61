import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '#domain/ports/clock.js';
import { DeliveryStore } from '#domain/ports/delivery-store.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import { IdSource } from '#domain/ports/ids.js';
import { LedgerBook } from '#domain/ports/ledger-book.js';
import { Platforms } from '#domain/ports/platforms.js';
import { ReconcileBook } from '#domain/ports/reconcile-book.js';
import { RecordStore } from '#domain/ports/record-store.js';
import { SchemaBook } from '#domain/ports/schema-book.js';
import { CaseDesk } from '#pipeline/case-desk.js';
import { City } from '#pipeline/city.js';
import { LearnRarity } from '#pipeline/learn-rarity.js';
import { MatchDesk } from '#pipeline/match-desk.js';
import { UndertakingDesk } from '#pipeline/undertaking-desk.js';
import { DataSource } from '#storage/data-source.js';
import { openAdminApp, signInAs } from '#test/support/admin-app.js';
import { DeskTown } from '#test/support/desk-town.js';
import { AdminModule } from '../admin.module.js';

const GIVEN = [
  DataSource,
  Clock,
  DeliveryStore,
  Doorbell,
  IdSource,
  LedgerBook,
  Platforms,
  ReconcileBook,
  RecordStore,
  SchemaBook,
];
const USE_CASES = [CaseDesk, City, LearnRarity, MatchDesk, UndertakingDesk];

const SHED = { list: 'need', title: '加装电动车棚', what: '岚前社区三栋楼下没有车棚，联系 13812345678', street: '云岚街道' };
const PARTNER = { id: 'denghuo-volunteers', name: '灯火志愿服务协会' };
const OWNER = { id: 'urban-management', name: '区城市管理局' };
const PAST = '2025-12-01T18:00:00+08:00';
const FUTURE = '2099-12-01T18:00:00+08:00';
const NOBODY = '0190a000-0000-7000-8000-000000000099';

type Answer = Record<string, unknown> & { id: string; next?: string; items: Record<string, unknown>[] };

describe('the operators’ API of the lists', () => {
  let town: DeskTown;
  let app: NestFastifyApplication;
  let bearer: string;

  beforeAll(async () => {
    town = await DeskTown.open();
    const providers = [...GIVEN, ...USE_CASES].map((token) => ({
      provide: token,
      useValue: town.tools.app.get<unknown>(token as Type, { strict: false }),
    }));
    app = await openAdminApp(AdminModule, providers);
    bearer = await signInAs(app, 'li');
  });
  afterAll(async () => {
    await app?.close();
    await town?.end();
  });
  beforeEach(() => town.ask('truncate undertakings, undertaking_receipts cascade'));

  const get = async (url: string) => {
    const answer = await app.inject({ url: `/api/v1/undertakings${url}`, headers: { authorization: bearer } });
    return { code: answer.statusCode, body: answer.json<Answer>() };
  };
  const post = async (url: string, payload: object) => {
    const headers = { authorization: bearer };
    const answer = await app.inject({ method: 'POST', url: `/api/v1/undertakings${url}`, headers, payload });
    return { code: answer.statusCode, body: answer.json<Answer>() };
  };
  const open = async (changes: object = {}): Promise<string> => (await post('', { ...SHED, ...changes })).body.id;
  const command = (id: string, body: object) => post(`/${id}/commands`, body);
  const claim = { command: 'claim', partner: PARTNER.id, owner: OWNER.id, dueAt: FUTURE };
  const titles = async (query: string) => (await get(query)).body.items.map(({ title }) => title);

  it('is for those who signed in', async () => {
    const paths = ['', '/progress', `/projects/${NOBODY}/progress`, `/${NOBODY}`];
    const codes = await Promise.all(
      paths.map(async (path) => (await app.inject({ url: `/api/v1/undertakings${path}` })).statusCode),
    );
    const moved = await app.inject({ method: 'POST', url: `/api/v1/undertakings/${NOBODY}/commands`, payload: claim });
    expect([...codes, moved.statusCode]).toEqual([401, 401, 401, 401, 401]);
  });

  it('takes a need from the list through its claim to the end, with names, phones masked', async () => {
    const created = await post('', SHED);
    expect([created.code, created.body]).toEqual([
      201,
      {
        id: expect.any(String),
        version: 1,
        list: 'need',
        listLabel: '需求清单',
        state: 'open',
        stateLabel: '待落实',
        commands: ['assign', 'claim', 'start', 'drop'],
        isRepeat: false,
      },
    ]);
    const { id } = created.body;
    expect((await command(id, { ...claim, version: 1 })).body).toMatchObject({
      version: 2,
      state: 'claimed',
      stateLabel: '已认领',
    });
    await command(id, { command: 'start', version: 2 });
    await command(id, { command: 'note', note: '请致电 13900000001 看现场', version: 3 });
    const { body } = await get(`/${id}`);
    expect(body).toMatchObject({
      undertaking: {
        what: '岚前社区三栋楼下没有车棚，联系 138****5678',
        owner: OWNER,
        partner: PARTNER,
        dueAt: '2099-12-01T10:00:00.000Z',
        clock: 'green',
        version: 4,
      },
      commands: ['assign', 'note', 'finish', 'drop', 'release'],
      events: [
        { seq: 1, type: 'undertaking.opened', actor: 'operator:li' },
        {
          seq: 2,
          type: 'undertaking.claimed',
          data: { partner: PARTNER.id, owner: OWNER.id, dueAt: '2099-12-01T10:00:00.000Z' },
        },
        { seq: 3, type: 'undertaking.started' },
        { seq: 4, type: 'undertaking.noted', data: { note: '请致电 139****0001 看现场' } },
      ],
    });
    const done = await command(id, { command: 'finish', result: '车棚已启用', version: 4 });
    expect([done.code, done.body['state'], done.body['commands']]).toEqual([200, 'done', []]);
  });

  it('says what can be done where it cannot, and does nothing twice', async () => {
    const id = await open();
    expect((await command(id, { command: 'finish', result: '好了' })).body).toMatchObject({
      status: 409,
      code: 'UNDERTAKING_MOVE_ILLEGAL',
      state: 'open',
      version: 1,
      legal: 'assign claim start drop',
    });
    expect((await command(id, { command: 'start' })).body).toMatchObject({ status: 409, code: 'UNDERTAKING_INCOMPLETE' });
    expect((await command(id, { command: 'claim', partner: PARTNER.id })).body).toMatchObject({ code: 'UNDERTAKING_INCOMPLETE' });
    const once = { ...claim, version: 1, requestId: 'claim-of-li' };
    const first = await command(id, once);
    expect((await command(id, once)).body).toEqual({ ...first.body, isRepeat: true });
    expect((await command(id, { ...claim, version: 1 })).body).toMatchObject({ status: 409, code: 'UNDERTAKING_VERSION_STALE' });
    expect((await command(id, { command: 'start', requestId: 'claim-of-li' })).body).toMatchObject({ code: 'REQUEST_REPEATED' });
    expect((await get(`/${id}`)).body).toMatchObject({ undertaking: { version: 2 } });
    expect((await command(NOBODY, claim)).body).toMatchObject({ status: 404, code: 'UNDERTAKING_UNKNOWN' });
    expect((await get(`/${NOBODY}`)).body).toMatchObject({ status: 404, code: 'UNDERTAKING_UNKNOWN' });
  });

  it.each([
    [{ list: 'wish' }, 'list'],
    [{ title: '' }, 'title'],
    [{ street: '无名街道' }, 'street: there is no street 无名街道'],
    [{ owner: OWNER.id }, 'dueAt'],
    [{ dueAt: FUTURE }, 'owner'],
    [{ owner: OWNER.id, dueAt: '2026-12-01' }, 'dueAt: 应为带时区的时间'],
    [{ owner: OWNER.id, dueAt: '2026-02-30T18:00:00Z' }, 'dueAt'],
    [{ owner: 'nobody', dueAt: FUTURE }, 'owner: there is no department nobody'],
    [{ project: NOBODY }, 'project: only an item belongs to a project'],
    [{ offeredBy: PARTNER.id }, 'offeredBy: only a resource is offered'],
    [{ list: 'resource', offeredBy: 'nobody' }, 'offeredBy: there is no partner nobody'],
    [{ state: 'done' }, 'state'],
  ])('refuses a new entry with %j', async (changes, fault) => {
    const { code, body } = await post('', { ...SHED, ...changes });
    expect([code, body['code'], body['detail']]).toEqual([400, 'REQUEST_INVALID', expect.stringContaining(fault)]);
  });

  it.each([
    [{ command: 'shrink' }, 'command'],
    [{ command: 'claim', owner: OWNER.id }, 'partner'],
    [{ command: 'claim', partner: 'nobody' }, 'partner: there is no partner nobody'],
    [{ command: 'assign' }, 'owner'],
    [{ command: 'note' }, 'note'],
    [{ command: 'finish' }, 'result'],
    [{ command: 'drop' }, 'because'],
    [{ command: 'release', because: '' }, 'because'],
    [{ command: 'start', version: 0 }, 'version'],
  ])('refuses the command %j', async (body, fault) => {
    const answer = await command(await open(), body);
    expect([answer.code, answer.body['code'], answer.body['detail']]).toEqual([
      400,
      'REQUEST_INVALID',
      expect.stringContaining(fault),
    ]);
  });

  it('finds by list, state, owner, partner, street, project and lateness', async () => {
    const project = await open({ list: 'project', title: '项目' });
    await open({ list: 'item', title: '逾期事项', project, owner: OWNER.id, dueAt: PAST });
    await open({ list: 'item', title: '未到期事项', project, owner: 'sanitation', dueAt: FUTURE, street: '听潮街道' });
    await open({ list: 'resource', title: '会议室', offeredBy: PARTNER.id });
    const ended = await open({ list: 'item', title: '已取消事项', owner: OWNER.id, dueAt: PAST });
    await command(ended, { command: 'drop', because: '重复' });
    await command(await open(), claim);

    expect(await titles('?list=item,resource')).toEqual(['已取消事项', '会议室', '未到期事项', '逾期事项']);
    expect(await titles('?state=claimed,dropped')).toEqual(['加装电动车棚', '已取消事项']);
    expect(await titles('?owner=sanitation')).toEqual(['未到期事项']);
    expect(await titles(`?partner=${PARTNER.id}`)).toEqual(['加装电动车棚', '会议室']);
    expect(await titles('?street=%E5%90%AC%E6%BD%AE%E8%A1%97%E9%81%93')).toEqual(['未到期事项']);
    expect(await titles(`?project=${project}`)).toEqual(['未到期事项', '逾期事项']);
    expect(await titles('?overdue=true')).toEqual(['逾期事项']);
    expect(await titles('?overdue=false&list=item')).toEqual(['已取消事项', '未到期事项']);
    expect((await get('?overdue=true')).body.items[0]).toMatchObject({ clock: 'red', project, owner: OWNER });
    for (const query of ['?list=wish', '?state=closed', '?overdue=perhaps', '?project=one', '?limit=0', '?cursor=x'])
      expect((await get(query)).body).toMatchObject({ status: 400, code: 'REQUEST_INVALID' });
  });

  it('pages through a list without a gap or a repeat', async () => {
    for (let nth = 1; nth <= 7; nth += 1) await open({ title: `需求 ${nth}` });
    const seen: unknown[] = [];
    let cursor = '';
    do {
      const { body } = await get(`?limit=3${cursor}`);
      seen.push(...body.items.map(({ title }) => title));
      cursor = body.next === undefined ? '' : `&cursor=${body.next}`;
    } while (cursor !== '');
    expect(seen).toEqual(['需求 7', '需求 6', '需求 5', '需求 4', '需求 3', '需求 2', '需求 1']);
  });

  it('tells how far a project and the lists have come', async () => {
    const project = await open({ list: 'project' });
    expect((await get(`/projects/${project}/progress`)).body).toMatchObject({ all: 0, completionRate: null });
    const item = { list: 'item', project, owner: OWNER.id, dueAt: FUTURE };
    const [done, dropped] = [await open(item), await open(item)];
    await open(item);
    await open({ ...item, street: '听潮街道' });
    await open({ ...item, project: undefined });
    await command(done, { command: 'start' });
    await command(done, { command: 'finish', result: '已完成' });
    await command(dropped, { command: 'drop', because: '重复' });
    expect((await get(`/projects/${project}/progress`)).body).toEqual({
      all: 4,
      byState: { open: 2, claimed: 0, underway: 0, done: 1, dropped: 1 },
      completionRate: 1 / 3,
    });
    const { body } = await get(`/progress?street=${encodeURIComponent('云岚街道')}`);
    expect(body).toMatchObject({
      lists: [
        { list: 'need', listLabel: '需求清单', all: 0, completionRate: null },
        { list: 'resource', all: 0 },
        { list: 'project', all: 1, completionRate: 0 },
        { list: 'item', listLabel: '事项清单', all: 4, completionRate: 1 / 3 },
      ],
    });
    expect((await get(`/projects/${done}/progress`)).body).toMatchObject({ status: 404, code: 'UNDERTAKING_UNKNOWN' });
  });

  it('stands in the ledger that operators see', async () => {
    await command(await open(), claim);
    const ledger = await app.inject({ url: '/api/v1/ledger', headers: { authorization: bearer } });
    expect(ledger.json()).toMatchObject({ undertakings: { promised: 1, done: 0, overdue: 0, open: 1 } });
  });

  it('names the partners among which a person chooses', async () => {
    const reference = await app.inject({ url: '/api/v1/reference', headers: { authorization: bearer } });
    const { partners } = reference.json<{ partners: unknown[] }>();
    expect(partners).toContainEqual({ ...PARTNER, kind: 'association', contact: '志愿服务统筹岗' });
  });
});

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
import { exportRows } from '#storage/reading/export-rows.js';
import { EXPORT_TABLES } from '#storage/reading/export-tables.js';
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

const LAMP = {
  orderTitle: '路灯不亮',
  orderContent: '云岚街道帆影路11号门前路灯不亮，已经三天，请致电 13812345678',
  address: '帆影路11号',
};
const ROAD = { orderTitle: '路面塌陷', orderContent: '青禾路40号菜场门口路面塌了一个大坑，电动车摔倒', address: '青禾路40号' };
const [ONE, TWO, OTHER] = ['20261120000011', '20261120000012', '20261120000021'];

describe('the operators’ API of the grouping', () => {
  let town: DeskTown;
  let app: NestFastifyApplication;
  const bearers: Record<string, string> = {};

  beforeAll(async () => {
    town = await DeskTown.open();
    const providers = [...GIVEN, ...USE_CASES].map((token) => ({
      provide: token,
      useValue: town.tools.app.get<unknown>(token as Type, { strict: false }),
    }));
    app = await openAdminApp(AdminModule, providers);
    for (const name of ['li', 'wang']) bearers[name] = await signInAs(app, name);
  });
  afterAll(async () => {
    await app?.close();
    await town?.end();
  });
  beforeEach(async () => {
    await town.empty();
    await town.takeIn([ONE, LAMP], [TWO, { ...LAMP, callerPhone: '13900000001' }], [OTHER, ROAD]);
  });

  const get = async (url: string) =>
    (await app.inject({ url: `/api/v1/${url}`, headers: { authorization: bearers['li'] } })).json<Answer>();
  const post = async (url: string, payload: object = {}, who = 'li') => {
    const answer = await app.inject({ method: 'POST', url: `/api/v1/${url}`, headers: { authorization: bearers[who] }, payload });
    return { code: answer.statusCode, body: answer.json<Answer>() };
  };
  type Answer = Record<string, unknown> & { grouping: string };
  const suggest = () =>
    town.ask(`insert into match_suggestions (report_id, case_id, nearest, score, shares, created_at)
      select r.id, n.case_id, n.id, 9.25, '[{"signal":"text","share":9.25,"because":"全文相近"}]', '2026-11-20T02:00:00Z'
      from reports r, reports n where r.external_id = '${OTHER}' and n.external_id = '${ONE}'`);
  const because = '核实后确定';

  it('shows a question with both reports side by side, phones masked', async () => {
    await suggest();
    const [lamp, road] = [await town.report(ONE), await town.report(OTHER)];
    expect(await get('suggestions')).toMatchObject({
      items: [
        {
          id: '1',
          number: road.number,
          suggestedNumber: lamp.number,
          score: 9.25,
          mine: { externalId: OTHER, title: '路面塌陷', platform: { id: 'hotline' }, reports: 1 },
          theirs: { externalId: ONE, body: expect.stringContaining('138****5678'), caseStatus: 'dispatched', reports: 2 },
        },
      ],
    });
    expect(await get(`cases/${lamp.number}`)).toMatchObject({ suggestions: [{ id: '1', number: road.number }] });
  });

  it('takes its answer once, says who was faster, and takes it back', async () => {
    await suggest();
    const done = await post('suggestions/1/accept', { requestId: 'request-of-li' });
    expect([done.code, done.body['outcome'], done.body['isRepeat']]).toEqual([200, 'merged', false]);
    expect((await post('suggestions/1/accept', { requestId: 'request-of-li' })).body).toEqual({ ...done.body, isRepeat: true });
    expect(await get('suggestions')).toEqual({ items: [] });
    const late = await post('suggestions/1/reject', {}, 'wang');
    expect(late).toMatchObject({ code: 409, body: { code: 'SUGGESTION_ANSWERED', answer: 'same', answeredBy: 'li' } });
    const merged = await get(
      `cases/${(await town.ask<{ number: string }>(`select number from cases where status = 'merged'`))[0].number}`,
    );
    expect(merged).toMatchObject({
      case: { status: 'merged', mergedInto: (await town.report(ONE)).number },
      commands: [],
      reports: [],
    });
    expect((await post(`groupings/${done.body.grouping}/undo`, {}, 'wang')).body).toMatchObject({ outcome: 'undone' });
    expect((await post(`groupings/${done.body.grouping}/undo`)).body).toMatchObject({ status: 409, code: 'GROUPING_UNDONE' });
    expect(await get('suggestions')).toMatchObject({ items: [{ id: '1' }] });
    expect((await post('suggestions/1/reject')).body).toMatchObject({ outcome: 'noted' });
    expect((await post('suggestions/77/reject')).body).toMatchObject({ status: 404, code: 'SUGGESTION_UNKNOWN' });
    expect((await post('suggestions/one/accept')).code).toBe(400);
  });

  it('detaches, splits, merges, and says what can be done where it cannot', async () => {
    const [one, two, other] = [await town.report(ONE), await town.report(TWO), await town.report(OTHER)];
    const at = `cases/${one.number}`;
    expect((await post(`${at}/detach`, { report: two.id, because, version: 1 })).body).toMatchObject({
      code: 'CASE_VERSION_STALE',
    });
    const detached = await post(`${at}/detach`, { report: two.id, because });
    expect([detached.code, detached.body['outcome']]).toEqual([200, 'moved']);
    const own = (await town.report(TWO)).number;
    expect((await post(`${at}/merge`, { from: own, because })).body).toMatchObject({ outcome: 'merged' });
    expect((await post(`${at}/split`, { reports: [one.id, two.id], because })).body).toMatchObject({
      status: 409,
      code: 'GROUPING_ILLEGAL',
      legal: 'merge',
    });
    expect((await post(`${at}/split`, { reports: [two.id], because })).code).toBe(200);
    expect((await post(`${at}/detach`, { report: other.id, because })).body).toMatchObject({ code: 'GROUPING_ILLEGAL' });
    expect((await post(`${at}/merge`, { from: 'HL0', because })).body).toMatchObject({ status: 404, code: 'CASE_UNKNOWN' });
    const unfit = [
      { report: two.id },
      { report: 'two', because },
      { report: two.id, because: '' },
      { report: two.id, because, by: 'me' },
    ];
    for (const body of unfit) expect((await post(`${at}/detach`, body)).code).toBe(400);
    expect((await get('ledger'))['unaccounted']).toBe(0);
  });

  it('explains a pair as the command line does', async () => {
    const explained = await get(`matching/explain?a=${ONE}&b=hotline/${TWO}`);
    expect(explained).toMatchObject({ a: { externalId: ONE }, b: { externalId: TWO }, verdict: '并单' });
    const shares = explained['shares'] as { title: string; share: number; because: string }[];
    expect(shares.map(({ title }) => title)).toContain('标题');
    expect(Math.abs(shares.reduce((sum, { share }) => sum + share, 0) - (explained['score'] as number))).toBeLessThan(0.001);
    expect(await get(`matching/explain?a=${ONE}&b=nobody`)).toMatchObject({ status: 404, code: 'REPORT_UNKNOWN' });
    expect(await get('matching/explain?a=1')).toMatchObject({ status: 400, code: 'REQUEST_INVALID' });
  });

  it('leaves nothing out of the export, however many questions there are', async () => {
    await town.ask(`insert into reports select gen_random_uuid(), platform, 'X' || n, case_id, reported_at, source_updated_at, title, body, nature, urgency, category,
      source_category, place, reporter_hash, sealed_reporter, source_due_at, relay_of, evaluation, withdrawn_at, grams, places, created_at
      from reports, generate_series(1, 2100) n where external_id = '${OTHER}'`);
    await town.ask(`insert into match_suggestions (report_id, case_id, nearest, score, shares, created_at)
      select r.id, n.case_id, n.id, 9.25, '[]', now() from reports r, reports n where r.external_id like 'X%' and n.external_id = '${ONE}'`);
    await post('suggestions/7/reject');
    const rows: Record<string, unknown>[] = [];
    const columns = Object.keys(EXPORT_TABLES.suggestions.columns);
    for await (const row of exportRows(town.tools.source, EXPORT_TABLES.suggestions, { columns })) rows.push(row);
    expect([rows.length, new Set(rows.map((row) => row['message_a'])).size]).toEqual([2100, 2100]);
    const [lamp, road] = [(await town.report(ONE)).number, (await town.report(OTHER)).number];
    expect(rows.find((row) => row['answer'] !== null)).toMatchObject({
      message_a: expect.stringMatching(/^X\d+$/),
      message_b: ONE,
      platform_a: 'hotline',
      platform_b: 'hotline',
      score: 9.25,
      answer: 'different',
      answered_by: 'operator:li',
      answered_at: expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      case_a: road,
      case_b: lamp,
    });
  });
});

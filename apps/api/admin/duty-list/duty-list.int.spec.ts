import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadReference } from '#config/load-reference.js';
import { projectRoot } from '#config/project-root.js';
import { CaseStore } from '#domain/ports/case-store.js';
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
import { ConfiguredCity } from '#pipeline/configured-city.js';
import { LearnRarity } from '#pipeline/learn-rarity.js';
import { LiveDutyList } from '#pipeline/live-duty-list.js';
import { MatchDesk } from '#pipeline/match-desk.js';
import { UndertakingDesk } from '#pipeline/undertaking-desk.js';
import { SystemClock } from '#runtime/system-clock.js';
import { UuidV7 } from '#runtime/uuid-v7.js';
import { createDataSource, DataSource } from '#storage/data-source.js';
import { SqlDutyBook } from '#storage/reference/sql-duty-book.js';
import { openAdminApp, signInAs } from '#test/support/admin-app.js';
import type { TestDatabase } from '#test/support/database.js';
import { freshDatabase } from '#test/support/database.js';
import { DutyListModule } from './duty-list.module.js';
import { DUTY_SEED } from './duty-list.service.js';

/** What other parts of the admin API ask for and no test here speaks to. */
const ELSEWHERE = [
  ...[CaseStore, CaseDesk, MatchDesk, UndertakingDesk, LearnRarity, RecordStore, LedgerBook, ReconcileBook, SchemaBook],
  ...[DeliveryStore, Doorbell],
];

/** Two lamps in 云岚街道, one in 望屿街道, and a parked car; by the demo's list lamps go to urban-management. */
const CASES = ['云岚街道 E0113', '云岚街道 E0113', '望屿街道 E0113', '云岚街道 E0409'];

const TO_THE_STREET = {
  op: 'put',
  rule: { what: 'line', category: 'E0113', street: '云岚街道', lead: 'street-yunlan', coHandlers: ['urban-management'] },
};

interface Draft {
  readonly id: string;
  readonly version: number;
  readonly base: number;
  readonly faults: readonly { readonly path: string; readonly message: string }[];
}

interface Line {
  readonly category: string;
  readonly street?: string;
  readonly lead: { readonly id: string; readonly name: string };
  readonly because: string;
}

describe('the duty list for its editors', () => {
  let database: TestDatabase;
  let source: DataSource;
  let app: NestFastifyApplication;
  let authorization: string;
  let city: ConfiguredCity;
  let elsewhere: ConfiguredCity;
  let elsewhereList: LiveDutyList;

  const ask = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) =>
    app.inject({ method, url: `/api/v1/duty-list${url}`, headers: { authorization }, ...(payload && { payload }) });
  const draftOf = async (...edits: object[]): Promise<Draft> => (await ask('POST', '/drafts', { edits })).json<Draft>();
  const publish = (draft: Draft, more: object = {}) =>
    ask('POST', `/drafts/${draft.id}/publish`, { version: draft.version, because: '路灯下放到街道', ...more });
  const leadOfLamps = (of: ConfiguredCity) => of.reference.duties.duties.get('E0113' as never)?.[0].lead;

  beforeAll(async () => {
    database = await freshDatabase();
    source = createDataSource({ url: database.url, poolSize: 5 });
    await source.initialize();
    const { reference, dutySeed } = loadReference(join(projectRoot(), 'config', 'demo'), {});
    const listOf = (of: City) =>
      new LiveDutyList(new SqlDutyBook(source), of, (own) => {
        const { duties, faults } = dutySeed.lay(own);
        return duties ? { duties, faults: [] } : { faults: faults.map(({ message }) => message) };
      });
    city = new ConfiguredCity(reference, 1000);
    elsewhere = new ConfiguredCity(reference, 1000);
    elsewhereList = listOf(elsewhere);
    app = await openAdminApp(DutyListModule, [
      { provide: DataSource, useValue: source },
      { provide: Clock, useClass: SystemClock },
      { provide: IdSource, useClass: UuidV7 },
      { provide: City, useValue: city },
      { provide: Platforms, useValue: { all: () => [], find: () => undefined } },
      { provide: DUTY_SEED, useValue: dutySeed },
      { provide: LiveDutyList, useValue: listOf(city) },
      ...ELSEWHERE.map((provide) => ({ provide, useValue: {} })),
    ]);
    authorization = await signInAs(app, 'li');
    for (const [index, said] of CASES.entries()) {
      const [street, category] = said.split(' ');
      const [id, report] = [1, 2].map((kind) => `0190a000-0000-7000-8000-00000000${kind}00${index}`);
      await source.query(
        `insert into cases (id, number, version, status, opened_at, title, category, nature, urgency, place, route, last_hash)
         values ('${id}', 'HL20261122000${index}', 1, 'dispatched', now(), '', '${category}', 'complaint', 'normal', '{"street":"${street}"}', '{"kind":"routed"}', 'x')`,
      );
      await source.query(
        `insert into reports (id, platform, external_id, case_id, reported_at, source_updated_at, title, body, nature, urgency, category, place, grams, places, created_at)
         values ('${report}', 'hotline', 'H${index}', '${id}', now(), now(), '', '', 'complaint', 'normal', '${category}', '{}', '', '{}', now())`,
      );
    }
  });
  afterAll(async () => {
    await app?.close();
    await source.destroy();
    await database.drop();
  });
  /** Back to the folder's list, whatever a test published. */
  beforeEach(async () => {
    const { version } = (await ask('GET', '')).json<{ version: number }>();
    if (version > 0) await ask('POST', '/rollback', { to: 0, version, because: '下一项测试' });
  });

  it('starts from what the folder says, as YAML that is without faults', async () => {
    const shown = (await ask('GET', '/versions/0')).json<{ yaml: string; faults: object[]; own: { backstop: string } }>();
    expect(shown.own.backstop).toBe('urban-management');
    expect(shown.faults).toEqual([]);
    expect(shown.yaml).toContain('  - { category: E0110, street: 望屿街道, lead: street-wangyu, coHandlers: [ sanitation ] }\n');
  });

  it('shows line by line who must act, where, and what says so', async () => {
    const linesOf = async (query: string) => (await ask('GET', `/lines?${query}`)).json<{ items: Line[]; next?: string }>();
    const lamps = await linesOf('q=E0113');
    expect(lamps.items.map(({ lead, street, because }) => [lead.name, street, because])).toEqual([
      ['区城市管理局', undefined, 'own'],
    ]);

    await publish(await draftOf(TO_THE_STREET));
    const inStreet = async (street: string) =>
      (await linesOf(`q=E0113&street=${encodeURIComponent(street)}`)).items.map(({ lead }) => lead.id);
    expect(await inStreet('望屿街道')).toEqual(['urban-management']);
    expect((await inStreet('云岚街道')).sort()).toEqual(['street-yunlan', 'urban-management']);
    const helped = await linesOf('q=E0113&department=street-yunlan');
    expect(helped.items).toMatchObject([
      { category: 'E0113', street: '云岚街道', because: 'own', coHandlers: [{ id: 'urban-management', name: '区城市管理局' }] },
    ]);

    const [first, all] = [await linesOf('limit=1'), await linesOf('limit=2')];
    expect([...first.items, ...(await linesOf(`limit=1&cursor=${first.next}`)).items]).toEqual(all.items);
    expect((await linesOf('q=nowhere-at-all')).items).toEqual([]);
  });

  it('says of a draft which of the newest cases would go elsewhere, and changes nothing by that', async () => {
    const draft = await draftOf(TO_THE_STREET);
    expect((await ask('GET', `/drafts/${draft.id}/diff`)).json()).toMatchObject({ changes: [{ after: TO_THE_STREET.rule }] });
    const run = await ask('POST', `/drafts/${draft.id}/dry-run`, {});
    expect(run.json()).toEqual({
      cases: 4,
      elsewhere: 2,
      moves: [
        {
          from: { department: 'urban-management', rule: 'duty-list' },
          to: { department: 'street-yunlan', rule: 'duty-list' },
          cases: 2,
          examples: ['HL202611220001', 'HL202611220000'],
        },
      ],
      departments: [
        { department: 'urban-management', gains: 0, loses: 2, examples: ['HL202611220001', 'HL202611220000'] },
        { department: 'street-yunlan', gains: 2, loses: 0, examples: ['HL202611220001', 'HL202611220000'] },
      ],
    });
    const newestTwo = await ask('POST', `/drafts/${draft.id}/dry-run`, { cases: 2 });
    expect(newestTwo.json()).toMatchObject({ cases: 2, elsewhere: 0 });
    expect(leadOfLamps(city)).toBe('urban-management');
  });

  it('goes live here at once, in another process at its next look, and is rolled back', async () => {
    const published = await publish(await draftOf(TO_THE_STREET));
    expect(published.json()).toMatchObject({ because: '路灯下放到街道', by: 'li' });
    expect(leadOfLamps(city)).toBe('street-yunlan');
    await elsewhereList.refresh();
    expect(leadOfLamps(elsewhere)).toBe('street-yunlan');

    const { version } = published.json<{ version: number }>();
    const back = await ask('POST', '/rollback', { to: 0, version, because: '街道无力承担' });
    expect(back.json()).toMatchObject({ version: version + 1, base: version, restores: 0 });
    await elsewhereList.refresh();
    expect([leadOfLamps(city), leadOfLamps(elsewhere)]).toEqual(['urban-management', 'urban-management']);
    expect((await ask('GET', '/versions?limit=2')).json()).toMatchObject({
      items: [
        { version: version + 1, restores: 0 },
        { version, because: '路灯下放到街道' },
      ],
    });
  });

  it('tells whoever comes second both versions: of the draft, and of the list', async () => {
    const [mine, hers] = [await draftOf(TO_THE_STREET), await draftOf(TO_THE_STREET)];
    const edit = { version: 1, edits: [{ op: 'put', rule: { what: 'backstop', department: 'transport' } }] };
    expect((await ask('PATCH', `/drafts/${mine.id}`, edit)).json()).toMatchObject({ version: 2, own: { backstop: 'transport' } });
    const late = await ask('PATCH', `/drafts/${mine.id}`, edit);
    expect([late.statusCode, late.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'DUTY_LIST_STALE', yours: 1, current: 2 }),
    ]);

    expect((await publish(hers)).statusCode).toBe(200);
    const second = await publish({ ...mine, version: 2 });
    expect([second.statusCode, second.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'DUTY_LIST_STALE', yours: mine.base, current: mine.base + 1 }),
    ]);
    expect((await ask('GET', `/drafts/${mine.id}`)).json()).toMatchObject({ state: 'open' });
  });

  it('names every fault of a draft at once, and neither tries nor publishes it', async () => {
    const draft = await draftOf(
      { op: 'put', rule: { what: 'line', category: 'E0113', lead: 'nobody' } },
      { op: 'put', rule: { what: 'line', category: 'E9999', street: '无名街道', lead: 'urban-management' } },
    );
    expect(draft.faults.map(({ message }) => message)).toEqual([
      'there is no department nobody: add it to departments.yaml',
      'there is no category E9999: add it to the duty list',
      'no grid is in the street 无名街道: correct the name or add its grids',
    ]);
    for (const answer of [await publish(draft), await ask('POST', `/drafts/${draft.id}/dry-run`, {})]) {
      expect(answer.statusCode).toBe(422);
      expect(answer.json()).toMatchObject({ code: 'DUTY_LIST_INVALID' });
      expect(answer.json<{ detail: string }>().detail).toContain('there is no category E9999');
    }
    const mended = await ask('PATCH', `/drafts/${draft.id}`, {
      version: 1,
      edits: [TO_THE_STREET, ...draftRemovals],
    });
    expect(mended.json<Draft>().faults).toEqual([]);
  });

  it('publishes a request once, however often it is sent, and a draft once', async () => {
    const draft = await draftOf(TO_THE_STREET);
    const once = await publish(draft, { requestId: 'publish-once-1' });
    const again = await publish(draft, { requestId: 'publish-once-1' });
    expect(again.json()).toEqual(once.json());
    const other = await publish(draft, { requestId: 'publish-once-2' });
    expect(other.json()).toMatchObject({ code: 'DUTY_LIST_STALE' });
  });

  it('drops a draft for good', async () => {
    const draft = await draftOf();
    expect((await ask('DELETE', `/drafts/${draft.id}?version=1`)).statusCode).toBe(204);
    expect((await ask('PATCH', `/drafts/${draft.id}`, { version: 1, edits: [] })).json()).toMatchObject({
      code: 'DUTY_DRAFT_CLOSED',
    });
    const open = (await ask('GET', '/drafts')).json<{ items: { id: string }[] }>();
    expect(open.items.map(({ id }) => id)).not.toContain(draft.id);
  });

  it('has each step in the audit, with its reason', async () => {
    const { id, base } = await draftOf(TO_THE_STREET).then(async (draft) => ({ ...draft, ...(await publish(draft)) }) as Draft);
    const lines = await source.query<{ action: string; reason: string | null; subject: string; data: object }[]>(
      'select action, reason, subject, data from audit_log order by seq desc limit 3',
    );
    expect(lines.map(({ action }) => action)).toEqual([
      'POST duty-list/drafts/:id/publish',
      'duty-list.publish',
      'POST duty-list/drafts',
    ]);
    expect(lines[1]).toMatchObject({
      reason: '路灯下放到街道',
      subject: `duty-list/${base + 1}`,
      data: { draft: id, base, changes: 1 },
    });
  });

  it.each([
    ['an unknown version', 'GET', '/versions/99', undefined, 404],
    ['a version that no list can have', 'GET', '/versions/99999999999999999999999', undefined, 400],
    ['an unknown draft', 'GET', '/drafts/0190a000-0000-7000-8000-0000000000ff', undefined, 404],
    ['a draft that is no id', 'GET', '/drafts/1', undefined, 400],
    ['a line without a lead', 'POST', '/drafts', { edits: [{ op: 'put', rule: { what: 'line', category: 'E0113' } }] }, 400],
    ['a line without a category', 'POST', '/drafts', { edits: [{ op: 'put', rule: { what: 'line', lead: 'x' } }] }, 400],
    [
      'a rule that is not there',
      'POST',
      '/drafts',
      { edits: [{ op: 'remove', rule: { what: 'territory', street: '无' } }] },
      400,
    ],
    ['half a character', 'POST', '/drafts', { edits: [{ op: 'put', rule: { what: 'backstop', department: '\ud800' } }] }, 400],
    ['a rollback without a reason', 'POST', '/rollback', { to: 0, version: 0 }, 400],
  ] as const)('refuses %s', async (_name, method, url, payload, status) => {
    expect((await ask(method, url, payload)).statusCode).toBe(status);
  });
});

const draftRemovals = [
  { op: 'remove', rule: { what: 'line', category: 'E9999', street: '无名街道' } },
  {
    op: 'put',
    rule: { what: 'line', category: 'E0113', lead: 'urban-management' },
  },
];

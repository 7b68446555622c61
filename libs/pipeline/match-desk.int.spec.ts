import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseNumber, PlatformId, ReportId, SuggestionId } from '#domain/ids.js';
import { as } from '#domain/ids.js';
import type { CaseTransaction } from '#domain/ports/case-store.js';
import { CaseStore } from '#domain/ports/case-store.js';
import { Clock } from '#domain/ports/clock.js';
import { Doorbell } from '#domain/ports/doorbell.js';
import { IdSource } from '#domain/ports/ids.js';
import { RecordStore } from '#domain/ports/record-store.js';
import { CasePipeline } from '#pipeline/case-pipeline.js';
import { City } from '#pipeline/city.js';
import { Normaliser } from '#pipeline/steps/normalise.js';
import { SqlCaseStore } from '#storage/sql-case-store.js';
import { allSubjects, answeredQuestions } from '#storage/reading/report-subjects.js';
import { DeskTown } from '#test/support/desk-town.js';

const LAMP = { orderTitle: '路灯不亮', orderContent: '云岚街道帆影路11号门前路灯不亮，已经三天', address: '帆影路11号' };
const ROAD = { orderTitle: '路面塌陷', orderContent: '青禾路40号菜场门口路面塌了一个大坑，电动车摔倒', address: '青禾路40号' };
const [ONE, TWO, OTHER] = ['20261120000011', '20261120000012', '20261120000021'];

let town: DeskTown;
beforeAll(async () => (town = await DeskTown.open()));
afterAll(() => town?.end());
beforeEach(() => town.empty());

/** Two reports of a lamp in one case, one of a road in another. */
async function twoCases(): Promise<{ lamp: CaseNumber; road: CaseNumber }> {
  await town.takeIn([ONE, LAMP], [TWO, { ...LAMP, callerPhone: '13900000001' }], [OTHER, ROAD]);
  return { lamp: (await town.report(ONE)).number, road: (await town.report(OTHER)).number };
}

const placed = async () => Object.fromEntries((await town.reports()).map(({ externalId, number }) => [externalId, number]));
const because = '核实后确定';
const HOTLINE = as<PlatformId>('hotline');
const eventsOf = async (number: CaseNumber) =>
  (
    await town.ask<{ line: string }>(
      `select e.type || ' ' || e.actor as line from case_events e join cases c on c.id = e.case_id where c.number = $1 order by e.seq`,
      [number],
    )
  ).map(({ line }) => line);
const messages = (number: CaseNumber) =>
  town.ask<{ channel: string; type: string; state: string; about: string | null }>(
    `select d.channel, d.type, d.state, r.external_id as about from deliveries d join cases c on c.id = d.case_id left join reports r on r.id = d.report_id
     where c.number = $1 order by d.seq`,
    [number],
  );
const statusOf = async (number: CaseNumber) =>
  (await town.ask<{ status: string }>('select status from cases where number = $1', [number]))[0].status;
const handIn = async (number: CaseNumber) => {
  await town.deliver('webhook');
  await town.command(number, (department) => ({ command: 'sign', department }));
  return town.command(number, (department) => ({ command: 'hand-in', department, result: '已经修好' }));
};
const refusal = async (work: Promise<unknown>): Promise<{ code: string; legal: unknown }> => {
  const thrown = await work.then(
    () => undefined,
    (error: unknown) => error as { code: string; details: { legal?: unknown } },
  );
  return { code: thrown?.code ?? 'it was carried out', legal: thrown?.details.legal };
};
const suggest = async (report: string, nearest: string): Promise<SuggestionId> => {
  const [{ id }] = await town.ask<{ id: SuggestionId }>(
    `insert into match_suggestions (report_id, case_id, nearest, score, shares, created_at)
     select r.id, n.case_id, n.id, 9, '[]', now() from reports r, reports n where r.external_id = $1 and n.external_id = $2 returning id`,
    [report, nearest],
  );
  return id;
};

describe('detaching', () => {
  it('gives a report a case of its own, and both histories tell of it', async () => {
    const { lamp } = await twoCases();
    const { id } = await town.report(TWO);
    const done = await town.regroup({ command: 'detach', number: lamp, report: id, because });
    const own = (await town.report(TWO)).number;
    expect(done).toMatchObject({
      outcome: 'moved',
      isRepeat: false,
      cases: [{ number: lamp }, { number: own, status: 'dispatched' }],
    });
    expect([own === lamp, (await town.report(ONE)).number]).toEqual([false, lamp]);
    expect((await eventsOf(lamp)).at(-1)).toBe('reports.left operator:li');
    expect(await eventsOf(own)).toEqual([
      'case.opened operator:li',
      'case.filed operator:li',
      'reports.joined operator:li',
      'case.dispatched operator:li',
    ]);
    expect((await messages(lamp)).map(({ type }) => type)).toEqual([
      'case.dispatched',
      'case.report_attached',
      'case.report_detached',
    ]);
    const links = await town.ask(
      `select l.relation, l.linked_by as by, l.because, l.unlinked_at is not null as closed from report_links l where l.report_id = $1 order by l.linked_at`,
      [id],
    );
    expect(links).toEqual([
      { relation: 'same-matter', by: null, because: null, closed: true },
      { relation: 'opened', by: 'operator:li', because, closed: false },
    ]);
    expect((await town.ledger()).broken).toEqual([]);
  });

  it('lets the case show its next report when the first one leaves, and the first one again after an undo', async () => {
    await town.takeIn([ONE, LAMP], [OTHER, ROAD]);
    const [lamp, road] = [(await town.report(ONE)).number, (await town.report(OTHER)).number];
    const titleOf = async () => (await town.ask<{ title: string }>('select title from cases where number = $1', [lamp]))[0].title;
    await town.regroup({ command: 'merge', number: lamp, from: road, because });
    const done = await town.regroup({ command: 'detach', number: lamp, report: (await town.report(ONE)).id, because });
    expect(await titleOf()).toBe('路面塌陷');
    await town.regroup({ command: 'undo', grouping: done.grouping });
    expect(await titleOf()).toBe('路灯不亮');
  });

  it('is refused where nobody would be left, for a report elsewhere, and for one that was withdrawn', async () => {
    const { lamp, road } = await twoCases();
    const other = await town.report(OTHER);
    const leave = (number: CaseNumber, report: ReportId) => refusal(town.regroup({ command: 'detach', number, report, because }));
    expect(await leave(road, other.id)).toEqual({ code: 'GROUPING_ILLEGAL', legal: 'merge' });
    expect(await leave(lamp, other.id)).toEqual({ code: 'GROUPING_ILLEGAL', legal: '' });
    await town.takeIn([TWO, { ...LAMP, delFlag: '1', updateTime: '2026-11-20 10:00:00' }]);
    expect((await leave(lamp, (await town.report(TWO)).id)).code).toBe('GROUPING_ILLEGAL');
    expect((await leave(as('HL0'), other.id)).code).toBe('CASE_UNKNOWN');
    expect(await refusal(town.regroup({ command: 'split', number: lamp, reports: [other.id], because, version: 99 }))).toEqual({
      code: 'CASE_VERSION_STALE',
      legal: undefined,
    });
  });

  it('takes back the answer that was not sent, has the new case answer, and revives it when undone', async () => {
    const { lamp } = await twoCases();
    await handIn(lamp);
    const { id } = await town.report(TWO);
    const done = await town.regroup({ command: 'detach', number: lamp, report: id, because });
    const own = (await town.report(TWO)).number;
    const answers = async () =>
      (await messages(lamp)).filter(({ type }) => type === 'answer').map(({ about, state }) => `${about} ${state}`);
    expect(await answers()).toEqual([`${ONE} owed`, `${TWO} cancelled`]);
    await town.regroup({ command: 'undo', grouping: done.grouping });
    expect([await answers(), await statusOf(own)]).toEqual([[`${ONE} owed`, `${TWO} unknown`], 'merged']);
    await town.regroup({ command: 'detach', number: lamp, report: id, because });
    await town.deliver('write-back');
    expect([await statusOf(lamp), (await town.ledger()).broken]).toEqual(['answered', []]);
    const again = (await town.report(TWO)).number;
    await handIn(again);
    await town.deliver('write-back');
    expect([await statusOf(again), (await town.ledger()).broken]).toEqual(['answered', []]);
    expect((await messages(again)).filter(({ type }) => type === 'answer')).toMatchObject([{ about: TWO, state: 'confirmed' }]);
  });

  it('answers the case whose last open answer left with the report', async () => {
    const { lamp } = await twoCases();
    await handIn(lamp);
    await town.ask(`update deliveries set state = 'confirmed' where report_id = $1 and type = 'answer'`, [
      (await town.report(ONE)).id,
    ]);
    await town.regroup({ command: 'detach', number: lamp, report: (await town.report(TWO)).id, because });
    expect([await statusOf(lamp), (await town.ledger()).broken]).toEqual(['answered', []]);
  });

  it('holds against the matcher: the record that comes again stays where it was put', async () => {
    const { lamp } = await twoCases();
    await town.regroup({ command: 'detach', number: lamp, report: (await town.report(TWO)).id, because });
    const before = await placed();
    await town.takeIn([TWO, { ...LAMP, orderContent: `${LAMP.orderContent}，请尽快`, updateTime: '2026-11-20 11:00:00' }]);
    expect(await placed()).toEqual(before);
    expect((await eventsOf(before[TWO])).at(-1)).toBe('report.updated platform:hotline');
  });
});

describe('merging', () => {
  it('ends the absorbed case, stops its clocks, and spares a department that has not heard of it', async () => {
    const { lamp, road } = await twoCases();
    await town.regroup({ command: 'merge', number: lamp, from: road, because });
    expect(new Set(Object.values(await placed()))).toEqual(new Set([lamp]));
    expect((await eventsOf(road)).slice(-2)).toEqual(['case.merged operator:li', 'reports.left operator:li']);
    expect((await eventsOf(lamp)).at(-1)).toBe('reports.joined operator:li');
    expect(await messages(road)).toMatchObject([{ type: 'case.dispatched', state: 'cancelled' }]);
    expect((await messages(lamp)).at(-1)).toMatchObject({ type: 'case.report_attached', state: 'owed' });
    const running = 'select 1 from case_clocks k join cases c on c.id = k.case_id where c.number = $1 and k.met_at is null';
    expect([await town.ask(running, [road]), (await town.ledger()).broken]).toEqual([[], []]);
  });

  it('tells a department that has the absorbed case, and hands it back to it when undone, its clocks running on', async () => {
    const { lamp, road } = await twoCases();
    await town.deliver('webhook');
    const clocks = () =>
      town.ask(
        // who is handed a case anew has the whole time to sign for it again
        `select k.clock, k.met_at, case k.clock when 'sign' then null else k.due_at end as due_at
         from case_clocks k join cases c on c.id = k.case_id where c.number = $1 order by 1`,
        [road],
      );
    const before = await clocks();
    const done = await town.regroup({ command: 'merge', number: lamp, from: road, because });
    expect((await messages(road)).at(-1)).toMatchObject({ type: 'case.merged', state: 'owed' });
    await town.regroup({ command: 'undo', grouping: done.grouping });
    expect((await messages(road)).map(({ type }) => type)).toEqual(['case.dispatched', 'case.merged', 'case.dispatched']);
    expect((await messages(lamp)).at(-1)).toMatchObject({ type: 'case.report_detached' });
    expect([await clocks(), await statusOf(road), (await town.ledger()).broken]).toEqual([before, 'dispatched', []]);
  });

  it('answers every citizen, then is too late to be undone', async () => {
    const { lamp, road } = await twoCases();
    const done = await town.regroup({ command: 'merge', number: lamp, from: road, because });
    await handIn(lamp);
    await town.deliver('write-back');
    expect((await messages(lamp)).filter(({ type }) => type === 'answer').map(({ about, state }) => `${about} ${state}`)).toEqual(
      [`${ONE} confirmed`, `${TWO} confirmed`, `${OTHER} confirmed`],
    );
    expect(await refusal(town.regroup({ command: 'undo', grouping: done.grouping }))).toEqual({
      code: 'GROUPING_ILLEGAL',
      legal: 'detach',
    });
    expect((await town.ledger()).broken).toEqual([]);
  });

  it('answers at once whoever joins an answered case, which itself goes up in no other', async () => {
    const { lamp, road } = await twoCases();
    await handIn(lamp);
    await town.deliver('write-back');
    expect(await refusal(town.regroup({ command: 'merge', number: road, from: lamp, because }))).toEqual({
      code: 'GROUPING_ILLEGAL',
      legal: `merge ${road} into ${lamp}`,
    });
    await town.regroup({ command: 'merge', number: lamp, from: road, because });
    expect((await messages(lamp)).at(-1)).toMatchObject({ type: 'answer', state: 'owed', about: OTHER });
    await town.command(lamp, () => ({ command: 'close', because: '回访期满' }));
    expect([await statusOf(lamp), (await town.ledger()).broken]).toEqual(['closed', []]);
    expect((await refusal(town.regroup({ command: 'merge', number: lamp, from: road, because }))).code).toBe('GROUPING_ILLEGAL');
  });

  it('is refused by a later move of the same report until that is taken back', async () => {
    const { lamp, road } = await twoCases();
    const merged = await town.regroup({ command: 'merge', number: lamp, from: road, because });
    const left = await town.regroup({ command: 'detach', number: lamp, report: (await town.report(OTHER)).id, because });
    expect(await refusal(town.regroup({ command: 'undo', grouping: merged.grouping }))).toEqual({
      code: 'GROUPING_ILLEGAL',
      legal: 'undo',
    });
    await town.regroup({ command: 'undo', grouping: left.grouping });
    await town.regroup({ command: 'undo', grouping: merged.grouping });
    expect(await placed()).toEqual({ [ONE]: lamp, [TWO]: lamp, [OTHER]: road });
    expect((await refusal(town.regroup({ command: 'undo', grouping: merged.grouping }))).code).toBe('GROUPING_UNDONE');
    expect((await refusal(town.regroup({ command: 'undo', grouping: as('0190a000-0000-7000-8000-000000000001') }))).code).toBe(
      'GROUPING_UNKNOWN',
    );
  });

  it('happens once, however often and however fast the request comes', async () => {
    const { lamp, road } = await twoCases();
    const command = { command: 'merge', number: lamp, from: road, because } as const;
    const answers = await Promise.all(Array.from({ length: 5 }, () => town.regroup(command, 'the-request')));
    expect(answers.map(({ isRepeat }) => isRepeat).sort()).toEqual([false, true, true, true, true]);
    expect(new Set(answers.map(({ grouping }) => grouping)).size).toBe(1);
    expect((await eventsOf(road)).filter((line) => line.startsWith('case.merged'))).toHaveLength(1);
    const otherwise = town.regroup({ command: 'merge', number: road, from: lamp, because }, 'the-request');
    expect((await refusal(otherwise)).code).toBe('REQUEST_REPEATED');
  });

  it('lets one of two opposite merges win', async () => {
    const { lamp, road } = await twoCases();
    const both = await Promise.allSettled([
      town.regroup({ command: 'merge', number: lamp, from: road, because }),
      town.regroup({ command: 'merge', number: road, from: lamp, because }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect([new Set(Object.values(await placed())).size, (await town.ledger()).broken]).toEqual([1, []]);
  });
});

describe('a record that is worked while its case changes', () => {
  /** Lets something happen after a transaction has looked, and before it locks the first case. */
  class Between extends SqlCaseStore {
    constructor(private happen: (() => Promise<unknown>) | undefined) {
      super(town.tools.source);
    }

    override inTransaction<T>(work: (transaction: CaseTransaction) => Promise<T>): Promise<T> {
      return super.inTransaction((transaction) => {
        const lockCases = transaction.lockCases.bind(transaction);
        transaction.lockCases = async (ids) => {
          const happen = this.happen;
          this.happen = undefined;
          await happen?.();
          return lockCases(ids);
        };
        return work(transaction);
      });
    }
  }

  const meanwhile = (happen: () => Promise<unknown>): CasePipeline => {
    const get = town.tools.app;
    const means = { clock: get.get(Clock), ids: get.get(IdSource), batchSize: 10 };
    const ports = [get.get(RecordStore), get.get(Normaliser), get.get(City), get.get(Doorbell)] as const;
    return new CasePipeline(new Between(happen), ...ports, means);
  };

  it('joins the case that took its case in', async () => {
    await town.takeIn([ONE, LAMP], [OTHER, ROAD]);
    const [lamp, road] = [(await town.report(ONE)).number, (await town.report(OTHER)).number];
    await town.stage([TWO, { ...LAMP, callerPhone: '13900000001' }]);
    await meanwhile(() => town.regroup({ command: 'merge', number: road, from: lamp, because })).ingest(HOTLINE);
    expect(await placed()).toEqual({ [ONE]: road, [TWO]: road, [OTHER]: road });
    expect((await town.ledger()).unaccounted).toBe(0);
  });

  it('ends the case its report has come to when the citizen takes it back, and not the one it left', async () => {
    const { lamp } = await twoCases();
    const { id } = await town.report(TWO);
    await town.stage([TWO, { ...LAMP, delFlag: '1', updateTime: '2026-11-20 10:00:00' }]);
    await meanwhile(() => town.regroup({ command: 'detach', number: lamp, report: id, because })).ingest(HOTLINE);
    expect([await statusOf(lamp), (await town.report(TWO)).status]).toEqual(['dispatched', 'withdrawn']);
    expect((await town.ledger()).unaccounted).toBe(0);
  });
});

describe('a question to the operators', () => {
  it('is answered once: who comes later hears who was faster, who comes twice hears the same', async () => {
    const { lamp } = await twoCases();
    const suggestion = await suggest(OTHER, ONE);
    const done = await town.regroup({ command: 'accept', suggestion });
    expect([done.outcome, new Set(Object.values(await placed()))]).toEqual(['merged', new Set([lamp])]);
    expect(await town.regroup({ command: 'accept', suggestion })).toEqual({ ...done, isRepeat: true });
    const late = town.regroup({ command: 'reject', suggestion }, 'another-request', 'operator:wang');
    await expect(late).rejects.toMatchObject({
      code: 'SUGGESTION_ANSWERED',
      details: { answer: 'same', answeredBy: 'li' },
    });
    await town.regroup({ command: 'undo', grouping: done.grouping });
    expect(await town.ask('select answer, answered_by from match_suggestions')).toEqual([{ answer: null, answered_by: null }]);
    expect((await town.regroup({ command: 'reject', suggestion }, 'yet-another', 'operator:wang')).outcome).toBe('noted');
    expect((await refusal(town.regroup({ command: 'accept', suggestion: as('999') }))).code).toBe('SUGGESTION_UNKNOWN');
  });

  it('links a case to the closed one it repeats instead of joining it', async () => {
    const { lamp, road } = await twoCases();
    await handIn(lamp);
    await town.deliver('write-back');
    await town.command(lamp, () => ({ command: 'close', because: '回访期满' }));
    const suggestion = await suggest(OTHER, ONE);
    const done = await town.regroup({ command: 'accept', suggestion });
    const repeats = async () =>
      town.ask('select o.number from cases c join cases o on o.id = c.recurrence_of where c.number = $1', [road]);
    expect([done.outcome, await repeats()]).toEqual(['linked', [{ number: lamp }]]);
    await town.regroup({ command: 'undo', grouping: done.grouping });
    expect([await repeats(), (await town.ledger()).broken]).toEqual([[], []]);
  });

  it('is not asked again of two cases that a person has told apart, until that is taken back', async () => {
    await twoCases();
    const rejected = await town.regroup({ command: 'reject', suggestion: await suggest(OTHER, ONE) });
    const [asked, nearest] = [await town.report(TWO), await town.report(OTHER)];
    const [{ id: caseId }] = await town.ask<{ id: never }>('select case_id as id from reports where external_id = $1', [OTHER]);
    const ask = async () => {
      await town.tools.app.get(CaseStore).inTransaction((transaction) =>
        transaction.save({
          ...{ at: new Date(), cases: [], reports: [], changedReports: [], clocks: [], metClocks: [], deliveries: [] },
          ...{ silenced: [], settled: [] },
          suggestions: [{ reportId: asked.id, caseId, nearest: nearest.id, score: 9, shares: [] }],
        }),
      );
      return (await town.ask('select 1 from match_suggestions where report_id = $1', [asked.id])).length;
    };
    expect(await ask()).toBe(0);
    await town.regroup({ command: 'undo', grouping: rejected.grouping });
    expect(await ask()).toBe(1);
  });
});

it('teaches the matcher what people did, and nothing of what they took back', async () => {
  const { lamp, road } = await twoCases();
  const labels = async () => {
    const subjects = [];
    for await (const subject of allSubjects(town.tools.source)) subjects.push(subject);
    const verdicts = await answeredQuestions(town.tools.source, subjects);
    return verdicts.map(({ a, b, isSame }) => `${[a.externalId, b.externalId].sort().join(' ')} ${isSame}`).sort();
  };
  const detached = await town.regroup({ command: 'detach', number: lamp, report: (await town.report(TWO)).id, because });
  expect(await labels()).toEqual([`${ONE} ${TWO} false`]);
  await town.regroup({ command: 'merge', number: lamp, from: (await town.report(TWO)).number, because });
  expect(await labels()).toEqual([`${ONE} ${TWO} true`]);
  expect((await refusal(town.regroup({ command: 'undo', grouping: detached.grouping }))).code).toBe('GROUPING_ILLEGAL');
  const rejected = await town.regroup({ command: 'reject', suggestion: await suggest(OTHER, ONE) });
  expect(await labels()).toEqual([`${ONE} ${TWO} true`, `${ONE} ${OTHER} false`]);
  await town.regroup({ command: 'undo', grouping: rejected.grouping });
  expect(await labels()).toEqual([`${ONE} ${TWO} true`]);
  expect(await statusOf(road)).toBe('dispatched');
});

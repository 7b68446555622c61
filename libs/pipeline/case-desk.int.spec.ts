import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseEvent } from '#domain/case/case.js';
import type { CaseCommand } from '#domain/case/case-command.js';
import { evolveCase, openCase } from '#domain/case/evolve-case.js';
import type { CaseId, CaseNumber, DepartmentId } from '#domain/ids.js';
import { as } from '#domain/ids.js';
import { CaseStore } from '#domain/ports/case-store.js';
import { DeskTown } from '#test/support/desk-town.js';
import type { CommandAnswer } from './case-desk.js';
import { CaseDesk } from './case-desk.js';

const DAY = 86_400_000;
const later = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
const water = as<DepartmentId>('water-affairs');
const police = as<DepartmentId>('traffic-police');
const street = as<DepartmentId>('street-yunlan');

/** One long life of a case in which everything is asked for that people and departments can ask. */
const LIFE: readonly CaseCommand[] = [
  { command: 'dispatch', lead: water, coHandlers: [police], rule: 'operator', because: '双派', mode: 'dual' },
  { command: 'sign', department: water },
  { command: 'sign', department: police },
  { command: 'progress', department: police, note: '已到场' },
  { command: 'request-extension', department: water, reason: '配件未到', until: later(3) },
  { command: 'refuse-request', because: '先抢修' },
  { command: 'request-extension', department: water, reason: '配件未到', until: later(4) },
  { command: 'grant-request', because: '同意' },
  { command: 'suspend', until: later(10), because: '汛期停工' },
  { command: 'resume', because: '汛期已过' },
  { command: 'blow-whistle', kind: 'daily', street, departments: [police], because: '占道' },
  { command: 'check-in', department: police, whistle: 1 },
  { command: 'score-whistle', whistle: 1, called: police, score: 95 },
  { command: 'call-meeting', kind: 'residents', subject: '停车', at: later(1), participants: ['居民代表'] },
  {
    ...{ command: 'decide-meeting', meeting: 1, decision: '分批施划' },
    commitments: [{ department: police, what: '施划车位', dueAt: later(20) }],
  },
  { command: 'report-commitment', department: police, commitment: 1, note: '已测量' },
  { command: 'keep-commitment', department: police, commitment: 1, note: '已施划' },
  { command: 'claim', partner: 'p-1', dueAt: later(5), because: '企业认领' },
  { command: 'release-claim', because: '企业退出' },
  { command: 'supervise', level: 'supervised', because: '领导批示' },
  { command: 'hand-in', department: water, result: '已修好' },
  { command: 'check', passed: false, note: '仍漏水' },
  { command: 'hand-in', department: water, result: '已换管' },
  { command: 'check', passed: true, note: '现场看过' },
  { command: 'confirm-answers' },
  { command: 'close', because: '回访期满' },
  { command: 'plan-look-back' },
  { command: 'open-look-back' },
  { command: 'look-back', passed: false, note: '又漏' },
  { command: 'dispatch', lead: water, rule: 'operator', because: '指派' },
  { command: 'return', department: water, reason: '属供水公司' },
] as readonly CaseCommand[];

describe('the desk', () => {
  let town: DeskTown;
  let number: CaseNumber;
  let messages = 0;

  beforeAll(async () => {
    town = await DeskTown.open();
  });
  afterAll(() => town.end());
  beforeEach(async () => {
    await town.empty();
    await town.takeIn(['GD000000000000000001', {}]);
    ({ number } = await town.report('GD000000000000000001'));
    await ask({ command: 'hold', because: '先看看' });
  });

  function ask(command: CaseCommand, id = `m-${++messages}`): Promise<CommandAnswer> {
    const bodyHash = createHash('sha256').update(JSON.stringify(command)).digest();
    const message = { sender: 'operator:li', messageId: id, bodyHash };
    return town.tools.app.get(CaseDesk).execute({ number, command, actor: 'operator:li', message });
  }
  const stored = () =>
    town.tools.app.get(CaseStore).inTransaction(async (transaction) => (await transaction.lockCaseByNumber(number))!);

  it('does everything once, however often it is asked, and gives the first answer again', async () => {
    for (const [at, command] of LIFE.entries()) {
      // Whoever returns a case makes the hub route it again: it is sent where this life goes on.
      const id = `life-${messages}-${at}`;
      const first = await ask(command, id);
      expect([at, command.command, first.outcome, first.isRepeat]).toEqual([at, command.command, 'accepted', false]);
      const { version } = await stored();
      expect(await ask(command, id)).toEqual({ ...first, isRepeat: true });
      expect((await stored()).version).toBe(version);
    }
  });

  it('keeps a case that is the fold of its stored events', async () => {
    for (const command of LIFE) await ask(command);
    const rows = await town.ask<CaseEvent & { id: CaseId }>(
      'select e.type, e.at, e.actor, e.data, c.id from case_events e join cases c on c.id = e.case_id where c.number = $1 order by e.seq',
      [number],
    );
    const [opening, ...rest] = rows.map(({ id: _id, ...event }) => event as CaseEvent);
    const replayed = rest.reduce(evolveCase, openCase(rows[0].id, opening as Extract<CaseEvent, { type: 'case.opened' }>));
    expect(JSON.parse(JSON.stringify(await stored()))).toEqual(JSON.parse(JSON.stringify(replayed)));
  });

  it('refuses an id that was used for other words', async () => {
    await ask({ command: 'supervise', level: 'urged', because: '催办' }, 'one-id');
    await expect(ask({ command: 'supervise', level: 'led', because: '催办' }, 'one-id')).rejects.toMatchObject({
      code: 'CALLBACK_REPLAYED',
    });
  });

  it('gives a case that two departments have returned to the one that keeps it', async () => {
    const leads: unknown[] = [];
    for (let round = 0; round < 2; round += 1) {
      const { lead, status } = await stored();
      if (status === 'held')
        await ask({ command: 'dispatch', lead: round === 0 ? water : police, rule: 'operator', because: '指派' });
      const at = lead ?? (await stored()).lead!;
      leads.push(at);
      await ask({ command: 'return', department: at, reason: '不归我管' });
    }
    const { lead, returnedBy, proceedings } = await stored();
    expect([returnedBy.length, lead, proceedings.mode]).toEqual([2, 'urban-management', 'backstop']);
    expect(await ask({ command: 'return', department: lead!, reason: '也不归我管' })).toMatchObject({
      outcome: 'refused',
      code: 'CASE_MOVE_ILLEGAL',
    });
  });

  it.each<[string, CaseCommand, string]>([
    ['a foreign department', { command: 'sign', department: police }, 'CASE_FOREIGN'],
    ['a day that is gone', { command: 'suspend', until: later(-1), because: '停工' }, 'CASE_TERMS_INVALID'],
    ['a whistle nobody blew', { command: 'check-in', department: police, whistle: 7 }, 'CASE_MOVE_ILLEGAL'],
    [
      'a promise that was not made',
      { command: 'keep-commitment', department: police, commitment: 1, note: '好' },
      'CASE_MOVE_ILLEGAL',
    ],
    ['a second signature', { command: 'resume', because: '恢复' }, 'CASE_MOVE_ILLEGAL'],
  ])('refuses %s with the reason and what is legal', async (_what, command, code) => {
    await ask({ command: 'dispatch', lead: water, rule: 'operator', because: '指派' });
    const answer = await ask(command);
    expect([answer.outcome, answer.code]).toEqual(['refused', code]);
    expect(answer.legal).toContain('sign');
  });

  it('refuses whatever comes for a case that is closed, and says that it can be reopened', async () => {
    await ask({ command: 'force-close', because: '重复受理' });
    const answer = await ask({ command: 'hand-in', department: water, result: '已修好' });
    expect([answer.outcome, answer.status, answer.legal]).toEqual(['refused', 'closed', ['reopen', 'plan-look-back']]);
  });
});

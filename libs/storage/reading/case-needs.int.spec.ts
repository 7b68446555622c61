import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '#domain/case/case-command.js';
import type { CaseNumber, DepartmentId } from '#domain/ids.js';
import { as } from '#domain/ids.js';
import { CaseDesk } from '#pipeline/case-desk.js';
import { DeskTown } from '#test/support/desk-town.js';
import type { CaseNeed } from './case-filters.js';
import { CASE_NEEDS } from './case-filters.js';
import { CaseList } from './case-list.js';

const water = as<DepartmentId>('water-affairs');
const later = (): string => new Date(Date.now() + 86_400_000).toISOString();
const handIn: CaseCommand = { command: 'hand-in', department: water, result: '已修好' };

/** What brings a case that a department works on to each need, and what meets it. */
const LIVES: Readonly<Record<CaseNeed, { readonly to: readonly CaseCommand[]; readonly met: CaseCommand }>> = {
  decision: {
    to: [{ command: 'request-extension', department: water, reason: '配件未到', until: later() }],
    met: { command: 'grant-request', because: '同意' },
  },
  check: {
    to: [{ command: 'supervise', level: 'supervised', because: '领导批示' }, handIn],
    met: { command: 'check', passed: true, note: '现场看过' },
  },
  meeting: {
    to: [{ command: 'call-meeting', kind: 'residents', subject: '停车', at: later(), participants: ['居民代表'] }],
    met: { command: 'decide-meeting', meeting: 1, decision: '分批施划', commitments: [] },
  },
  score: {
    to: [
      { command: 'blow-whistle', kind: 'daily', street: as('street-yunlan'), departments: [water], because: '占道' },
      { command: 'check-in', department: water, whistle: 1 },
    ],
    met: { command: 'score-whistle', whistle: 1, called: water, score: 90 },
  },
  'look-back': {
    to: [{ command: 'force-close', because: '已另行办理' }, { command: 'plan-look-back' }, { command: 'open-look-back' }],
    met: { command: 'look-back', passed: true, note: '无反弹' },
  },
};

/** Five that are nothing like each other. */
const MATTERS = ['井盖丢失', '广场舞扰民', '拖欠工资', '公交改线', '暖气不热'];

describe('cases that wait for an operator', () => {
  let town: DeskTown;
  const numbers = new Map<CaseNeed, CaseNumber>();
  const ask = async (number: CaseNumber, command: CaseCommand): Promise<void> => {
    const { outcome } = await town.tools.app.get(CaseDesk).execute({ number, command, actor: 'operator:li' });
    expect([command.command, outcome]).toEqual([command.command, 'accepted']);
  };
  const listed = async (...needs: CaseNeed[]): Promise<CaseNumber[]> => {
    const question = { filter: { needs }, scope: { kind: 'all' }, now: new Date() } as const;
    const { items } = await new CaseList(town.tools.source).page(question, { limit: 50 });
    return items.map(({ number }) => number).sort();
  };

  beforeAll(async () => {
    town = await DeskTown.open();
    for (const [at, need] of CASE_NEEDS.entries()) {
      const id = `GD00000000000000000${at}`;
      await town.takeIn([id, { orderTitle: MATTERS[at], orderContent: MATTERS[at] }]);
      const { number } = await town.report(id);
      numbers.set(need, number);
      await ask(number, { command: 'dispatch', lead: water, rule: 'operator', because: '指派' });
      await ask(number, { command: 'sign', department: water });
      for (const command of LIVES[need].to) await ask(number, command);
    }
  });
  afterAll(() => town.end());

  it('are found by what they wait for, one need or several', async () => {
    for (const need of CASE_NEEDS) expect([need, await listed(need)]).toEqual([need, [numbers.get(need)]]);
    expect(await listed(...CASE_NEEDS)).toEqual([...numbers.values()].sort());
  });

  it('are gone from the list once it is done', async () => {
    for (const need of CASE_NEEDS) await ask(numbers.get(need)!, LIVES[need].met);
    expect(await listed(...CASE_NEEDS)).toEqual([]);
  });
});

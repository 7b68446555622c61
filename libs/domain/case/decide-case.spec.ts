import { describe, expect, it } from '@jest/globals';
import { as } from '#domain/ids.js';
import type { DepartmentId } from '#domain/ids.js';
import { aCase, NOON } from '#test/support/builders/a-case.js';
import { decideCase } from './decide-case.js';
import { evolveCase } from './evolve-case.js';

const water = as<DepartmentId>('water-affairs');
const power = as<DepartmentId>('power-supply');

describe('a command to a case', () => {
  it('refuses what the table does not allow and names what it does', () => {
    expect(decideCase(aCase({ status: 'held' }), { command: 'sign', department: water }, 'hub', NOON)).toEqual({
      kind: 'refused',
      code: 'CASE_MOVE_ILLEGAL',
      message: 'a held case cannot sign',
      legal: [
        ...['refuse', 'settle-on-the-spot', 'dispatch', 'withdraw', 'merge', 'suspend', 'force-close', 'supervise'],
        ...['blow-whistle', 'call-meeting', 'claim'],
      ],
    });
  });

  it('refuses a department the case is not with', () => {
    const current = aCase({ status: 'dispatched', lead: water });
    expect(decideCase(current, { command: 'sign', department: power }, `department:${power}`, NOON)).toMatchObject({
      kind: 'refused',
      code: 'CASE_FOREIGN',
    });
  });

  it('signs for the department it is with', () => {
    const current = aCase({ status: 'dispatched', lead: water });
    expect(decideCase(current, { command: 'sign', department: water }, `department:${water}`, NOON)).toEqual({
      kind: 'accepted',
      events: [{ type: 'case.signed', at: NOON, actor: 'department:water-affairs', data: { department: 'water-affairs' } }],
    });
  });

  it('closes what was solved on the spot, before any department has it and at no other time', () => {
    const solved = { how: '当场换了灯泡', at: new Date('2026-11-20T03:00:00Z'), by: '田某' };
    const command = { command: 'settle-on-the-spot', solved } as const;
    const outcome = decideCase(aCase({ status: 'filed' }), command, 'platform:visits', NOON);
    expect(outcome).toEqual({
      kind: 'accepted',
      events: [
        {
          type: 'case.settled_on_the_spot',
          at: NOON,
          actor: 'platform:visits',
          data: { how: '当场换了灯泡', solvedAt: '2026-11-20T03:00:00.000Z', by: '田某' },
        },
      ],
    });
    if (outcome.kind !== 'accepted') return;
    expect(evolveCase(aCase({ status: 'filed' }), outcome.events[0])).toMatchObject({ status: 'closed', closedAt: NOON });
    for (const status of ['received', 'dispatched', 'handling', 'closed'] as const) {
      expect(decideCase(aCase({ status }), command, 'platform:visits', NOON)).toMatchObject({ code: 'CASE_MOVE_ILLEGAL' });
    }
  });

  const revisit = (solved: boolean, satisfied: boolean, round: number) =>
    decideCase(
      aCase({ status: 'answered', lead: water, round }),
      { command: 'revisit', reportId: as('report-1'), solved, satisfied },
      'platform:hotline',
      NOON,
    );

  it.each([
    ['a citizen who is content', true, true, 1, ['case.revisited']],
    ['a matter that is not solved', false, false, 1, ['case.revisited', 'case.reworked']],
    ['a solved matter and a citizen who is not content', true, false, 2, ['case.revisited', 'case.reworked']],
    ['rounds that have run out', false, false, 3, ['case.revisited', 'case.supervised']],
  ])('answers %s', (_title, solved, satisfied, round, types) => {
    const outcome = revisit(solved, satisfied, round);
    expect(outcome.kind === 'accepted' && outcome.events.map(({ type }) => type)).toEqual(types);
  });
});

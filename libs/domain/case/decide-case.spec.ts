import { describe, expect, it } from '@jest/globals';
import { as } from '#domain/ids.js';
import type { DepartmentId } from '#domain/ids.js';
import { aCase, NOON } from '#test/support/builders/a-case.js';
import { decideCase } from './decide-case.js';

const water = as<DepartmentId>('water-affairs');
const power = as<DepartmentId>('power-supply');

describe('a command to a case', () => {
  it('refuses what the table does not allow and names what it does', () => {
    expect(decideCase(aCase({ status: 'held' }), { command: 'sign', department: water }, 'hub', NOON)).toEqual({
      kind: 'refused',
      code: 'CASE_MOVE_ILLEGAL',
      message: 'a held case cannot sign',
      legal: ['refuse', 'dispatch', 'withdraw'],
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
    ['rounds that have run out', false, false, 3, ['case.revisited']],
  ])('answers %s', (_title, solved, satisfied, round, types) => {
    const outcome = revisit(solved, satisfied, round);
    expect(outcome.kind === 'accepted' && outcome.events.map(({ type }) => type)).toEqual(types);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { as } from '#domain/ids.js';
import type { CaseId, CaseNumber, DepartmentId, GroupingId, ReportId } from '#domain/ids.js';
import { anOpening, NOON } from '#test/support/builders/a-case.js';
import type { CaseCommand } from './case-command.js';
import type { CaseEvent } from './case.js';
import { STATUS_FACTS } from './case-status.js';
import { decideCase } from './decide-case.js';
import { evolveCase, openCase } from './evolve-case.js';

const department = fc.constantFrom<DepartmentId>(as('water-affairs'), as('power-supply'));
const because = fc.constantFrom('因为', '职责所在');
const command: fc.Arbitrary<CaseCommand> = fc.oneof(
  fc.constantFrom<CaseCommand>({ command: 'file' }, { command: 'confirm-answers' }),
  fc.record({ command: fc.constant('refuse' as const), code: fc.constant('out-of-scope' as const), reason: because }),
  fc.record({ command: fc.constantFrom('hold', 'rework', 'close', 'reopen', 'withdraw'), because }),
  fc.record({ command: fc.constant('settle-on-the-spot' as const), solved: fc.record({ how: because, at: fc.constant(NOON) }) }),
  fc.record({ command: fc.constant('dispatch' as const), lead: department, rule: fc.constant('duty-list' as const), because }),
  fc.record({ command: fc.constant('sign' as const), department }),
  fc.record({ command: fc.constant('progress' as const), department, note: because }),
  fc.record({ command: fc.constant('return' as const), department, reason: because }),
  fc.record({ command: fc.constant('hand-in' as const), department, result: because }),
  fc.record({
    command: fc.constant('revisit' as const),
    reportId: fc.constant(as<ReportId>('report-1')),
    solved: fc.boolean(),
    satisfied: fc.boolean(),
  }),
  fc.record({
    command: fc.constant('merge' as const),
    grouping: fc.constant(as<GroupingId>('grouping-1')),
    into: fc.constant(as<CaseId>('case-2')),
    intoNumber: fc.constant(as<CaseNumber>('HL20261120000002')),
    because,
    departmentKnows: fc.boolean(),
  }),
  fc.record({ command: fc.constant('restore' as const), grouping: fc.constant(as<GroupingId>('grouping-1')), because }),
);

const live = (commands: readonly CaseCommand[]) => {
  const opening = anOpening();
  const history: CaseEvent[] = [];
  let current = openCase(as<CaseId>('case-1'), opening);
  for (const next of commands) {
    const outcome = decideCase(current, next, 'hub', NOON);
    if (outcome.kind === 'refused') continue;
    for (const event of outcome.events) {
      history.push(event);
      current = evolveCase(current, event);
    }
  }
  return { opening, history, current };
};

describe('the life of a case', () => {
  it('is the fold of its events', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const { opening, history, current } = live(commands);
        expect(history.reduce(evolveCase, openCase(as<CaseId>('case-1'), opening))).toEqual(current);
        expect(current.version).toBe(history.length + 1);
      }),
    );
  });

  it('never waits for a department without naming it', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const { current } = live(commands);
        const waitsForDepartment = STATUS_FACTS[current.status].owner === 'department';
        expect(waitsForDepartment && current.lead === undefined).toBe(false);
      }),
    );
  });
});

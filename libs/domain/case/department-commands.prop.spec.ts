import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { as } from '#domain/ids.js';
import type { DepartmentId } from '#domain/ids.js';
import { aCase, NOON } from '#test/support/builders/a-case.js';
import type { CaseCommand } from './case-command.js';
import { STATUSES } from './case-status.js';
import type { Case } from './case.js';
import { decideCase } from './decide-case.js';
import type { DepartmentCommandName } from './department-commands.js';
import { DEPARTMENT_COMMANDS, departmentCommands } from './department-commands.js';

const WATER = as<DepartmentId>('water-affairs');
const OTHERS = ['power-supply', 'gas'] as const;
const department = fc.constantFrom<DepartmentId>(WATER, ...OTHERS.map((id) => as<DepartmentId>(id)));
const until = '2026-12-01T00:00:00.000Z';
const done = fc.option(fc.constant(NOON.toISOString()), { nil: undefined });

const whistle = (id: number) =>
  fc.record({
    ...{ id: fc.constant(id), kind: fc.constant('daily' as const), street: fc.constant(as<DepartmentId>('street')) },
    because: fc.constant('现场会商'),
    calls: fc.uniqueArray(fc.record({ department, checkedInAt: done }), { minLength: 1, selector: (call) => call.department }),
  });
const commitment = (id: number) =>
  fc.record({ id: fc.constant(id), department, what: fc.constant('换管'), dueAt: fc.constant(until), keptAt: done });
const request = fc.record({
  kind: fc.constant('extension' as const),
  department,
  reason: fc.constant('雨'),
  until: fc.constant(until),
});
const suspension = fc.constant({ since: NOON.toISOString(), until, because: '施工' });

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    status: fc.constantFrom(...STATUSES),
    round: fc.integer({ min: 1, max: 3 }),
    lead: fc.option(department, { nil: undefined }),
    coHandlers: fc.uniqueArray(department, { maxLength: 2 }),
    proceedings: fc.record({
      mode: fc.constantFrom('ordinary' as const, 'backstop' as const),
      request: fc.option(request, { nil: undefined }),
      suspension: fc.option(suspension, { nil: undefined }),
      whistles: fc.oneof(fc.constant([]), fc.tuple(whistle(1)), fc.tuple(whistle(1), whistle(2))),
      meetings: fc.constant([]),
      commitments: fc.oneof(fc.constant([]), fc.tuple(commitment(1)), fc.tuple(commitment(1), commitment(2))),
      unsatisfied: fc.constant(0),
    }),
  })
  .map((facts) => aCase({ ...facts, coHandlers: facts.coHandlers.filter((id) => id !== facts.lead) }));

/** Every way in which the department could say it: of every whistle, of every commitment. */
function waysToSay(command: DepartmentCommandName): CaseCommand[] {
  const words = { department: WATER, note: '在办', reason: '雨', result: '已办', until };
  return [1, 2].map((n) => ({ command, ...words, whistle: n, commitment: n }) as unknown as CaseCommand);
}

describe('what a department can ask of a case', () => {
  it('is what the case accepts from it, and nothing else', () => {
    fc.assert(
      fc.property(anyCase, (current) => {
        const accepted = DEPARTMENT_COMMANDS.filter((command) =>
          waysToSay(command).some((said) => decideCase(current, said, `department:${WATER}`, NOON).kind === 'accepted'),
        );
        expect(departmentCommands(current, WATER)).toEqual(accepted);
      }),
      { numRuns: 2000 },
    );
  });
});

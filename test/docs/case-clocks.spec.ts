import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { loadReference } from '#config/load-reference.js';
import { projectRoot } from '#config/project-root.js';
import type { Case, CaseEvent } from '#domain/case/case.js';
import { NO_PROCEEDINGS } from '#domain/case/proceedings.js';
import { owedDeliveries } from '#domain/case/owed-deliveries.js';
import { clockMoves, type ClockMove } from '#domain/deadline/case-clocks.js';
import { CLOCKS } from '#domain/deadline/deadline-policy.js';
import type { ClockName, RunningClock } from '#domain/deadline/running-clock.js';
import { as } from '#domain/ids.js';
import { aCase, NOON } from '#test/support/builders/a-case.js';
import { readDocument, readTable } from './document.js';
import { EVERY_EVENT } from './every-event.js';

const { reference } = loadReference(join(projectRoot(), 'config', 'demo'), {});
const rules = { policy: reference.deadlines, calendar: reference.calendar };
const table = readTable(readDocument('docs/case-life.md'), 'clock', '中文', 'starts with');

/** A clock of each name as the table has it; the three of a sort are those of every-event.ts. */
const NAMES: Readonly<Record<string, ClockName>> = {
  whistle: 'whistle/1/water-affairs',
  meeting: 'meeting/1',
  commitment: 'commitment/1',
};
const running = new Map(
  table.map(([clock]): [ClockName, RunningClock] => {
    const name = NAMES[clock] ?? (clock as ClockName);
    return [name, { name, startsAt: NOON, warnAt: NOON, dueAt: NOON, unit: 'working-hour', because: '', rung: 0 }];
  }),
);
const promised = { id: 1, department: as<never>('gas'), what: '清淤', dueAt: NOON.toISOString() };
const after: Case = aCase({
  status: 'handling',
  lead: as('power-supply'),
  proceedings: { ...NO_PROCEEDINGS, commitments: [promised], lookBack: { looks: 2, seen: 1, isDue: false } },
});

const eventsThat = (does: (move: ClockMove) => boolean): string[] =>
  EVERY_EVENT.filter((event) => clockMoves(event, after, running, rules).some(does)).map(({ type }) => type);
const listed = (cell: string): string[] => cell.split(', ').filter((name) => name !== 'the opening');
const eventOf = (type: string): CaseEvent => EVERY_EVENT.find((event) => event.type === type)!;

const rows = table.map(([clock, , starts, stops, told, inSuspension, outlives]) => ({
  clock,
  starts,
  stops,
  told,
  inSuspension,
  outlives,
}));

describe.each(rows)('docs/case-life.md on the clock $clock', ({ clock, starts, stops, told, inSuspension, outlives }) => {
  const name = NAMES[clock] ?? clock;

  it('says what starts and stops it', () => {
    const begins = eventsThat((move) => move.kind === 'start' && move.clock.name === name);
    const ends = eventsThat((move) => move.kind === 'stop' && move.name === name);

    expect(listed(starts).sort()).toEqual(begins.sort());
    expect(listed(stops).sort()).toEqual(ends.sort());
  });

  it('says whether it stands still and outlives the case', () => {
    const pauses = clockMoves(eventOf('case.suspended'), after, running, rules).some(
      (move) => move.kind === 'pause' && move.name === name,
    );
    const closing = clockMoves(eventOf('case.closed'), { ...after, status: 'closed' }, running, rules);

    expect(inSuspension).toBe(pauses ? 'stands still' : 'runs');
    expect(outlives).toBe(closing.some((move) => move.kind === 'stop' && move.name === name) ? 'no' : 'yes');
  });

  it('says who is told that it is late', () => {
    const late = { ...eventOf('case.due_soon'), data: { clock: name, dueAt: '' } } as CaseEvent;

    const targets = owedDeliveries(after, after, late, [], { categoryName: '', departmentName: String, dueAt: {} });

    const whom = { 'power-supply': 'lead', 'water-affairs': 'who was called', gas: 'who promised' } as Record<string, string>;
    expect(told).toBe(targets.length === 0 ? 'nobody' : whom[targets[0].target]);
  });
});

describe('docs/case-life.md on clocks', () => {
  it('starts with the opening what the deadline policy may promise then', () => {
    const opening = table.filter(([, , starts]) => starts.split(', ').includes('the opening')).map(([clock]) => clock);

    expect(opening).toEqual([...CLOCKS]);
  });

  it('knows every clock that an event can start', () => {
    const started = EVERY_EVENT.flatMap((event) => clockMoves(event, after, running, rules)).flatMap((move) =>
      move.kind === 'start' ? [move.clock.name] : [],
    );

    expect([...new Set(started)].filter((name) => !running.has(name))).toEqual([]);
  });
});

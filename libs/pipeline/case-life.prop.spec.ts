import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { join } from 'node:path';
import { loadReference } from '#config/load-reference.js';
import { projectRoot } from '#config/project-root.js';
import type { Case, CaseEvent } from '#domain/case/case.js';
import type { CaseCommand } from '#domain/case/case-command.js';
import { COMMANDS, isFinal, STATUS_FACTS } from '#domain/case/case-status.js';
import type { CommandName } from '#domain/case/case-status.js';
import { evolveCase, openCase } from '#domain/case/evolve-case.js';
import { legalCommands } from '#domain/case/legal-commands.js';
import { NO_PROCEEDINGS } from '#domain/case/proceedings.js';
import { promiseDeadlines } from '#domain/deadline/promise-deadlines.js';
import type { ClockName, RunningClock } from '#domain/deadline/running-clock.js';
import { as } from '#domain/ids.js';
import { SUPERVISION_LEVELS, WHISTLE_KINDS } from '#domain/deadline/stage-policy.js';
import type { CaseId, DepartmentId } from '#domain/ids.js';
import { anOpening, NOON } from '#test/support/builders/a-case.js';
import { CaseChanges } from './case-changes.js';

const { reference } = loadReference(join(projectRoot(), 'config', 'demo'), {});
const ID = as<CaseId>('018f0000-0000-7000-8000-00000000000a');
const HOUR = 3_600_000;
const DEPARTMENTS = ['water-affairs', 'power-supply', 'street-yunlan'].map((name) => as<DepartmentId>(name));

/** One case in memory, moved as a desk moves it: one transaction a step, clocks and events kept in between. */
class Life {
  now = NOON;
  value!: Case;
  clocks: RunningClock[] = [];
  revisitDueAt: Date | undefined;
  readonly events: CaseEvent[] = [];
  readonly opening = anOpening();

  constructor() {
    this.step((changes) => {
      changes.open(ID, this.opening);
      const { category, nature, urgency } = this.opening.data;
      const start = { category, nature, urgency, openedAt: this.now };
      changes.promise(ID, promiseDeadlines(reference.deadlines, start, reference.calendar));
      changes.command(ID, { command: 'file' }, 'hub', []);
      changes.command(ID, { command: 'hold', because: '待派遣' }, 'hub', []);
    });
  }

  /** Whether the command was legal. */
  ask(command: CaseCommand): boolean {
    let isDone = false;
    this.step((changes) => (isDone = changes.command(ID, command, 'hub', []).kind === 'accepted'));
    return isDone;
  }

  pass(hours: number): void {
    this.now = new Date(this.now.getTime() + hours * HOUR);
    this.step((changes) => changes.ring(ID, []));
  }

  has(name: ClockName): boolean {
    return this.clocks.some((clock) => clock.name === name);
  }

  private step(work: (changes: CaseChanges) => unknown): void {
    let ids = 0;
    const changes = new CaseChanges(this.now, reference, { next: () => as<never>(`id-${(ids += 1)}`) }, 1000);
    if (this.events.length > 0) changes.hold(this.value, new Uint8Array(0), this.clocks);
    work(changes);
    const { cases, clocks, metClocks } = changes.toSet();
    for (const { value, events, revisitDueAt } of cases) {
      this.value = value;
      this.events.push(...events.map(({ event }) => event));
      this.revisitDueAt = revisitDueAt ?? this.revisitDueAt;
    }
    const gone = new Set([...metClocks.map(({ clock }) => clock), ...clocks.map(({ clock }) => clock.name)]);
    this.clocks = [...this.clocks.filter(({ name }) => !gone.has(name)), ...clocks.map(({ clock }) => clock)];
  }
}

const nth = <T>(list: readonly T[], dice: number): T => list[dice % list.length];

/** What the words of a command are chosen from: `dice` says which of the departments, numbers and days. */
function chosen({ value, now }: Life, dice: number) {
  const { lead = DEPARTMENTS[0], coHandlers, proceedings } = value;
  const other = nth(DEPARTMENTS, dice);
  const whistle = nth([...proceedings.whistles, { id: 9, calls: [] }], dice);
  const called = nth([...whistle.calls.map(({ department }) => department), other], dice);
  const made = nth([...proceedings.commitments, { id: 9, department: other }], dice);
  const soon = new Date(now.getTime() + (1 + (dice % 400)) * HOUR).toISOString();
  return { dice, now, lead, other, coHandlers, proceedings, whistle, called, made, soon };
}
type Chosen = ReturnType<typeof chosen>;

const [because, note] = ['因为', '现场看过'];
const verdict = ({ dice }: Chosen) => ({ passed: dice % 2 === 0, note });
const request = ({ lead, soon }: Chosen) => ({ department: lead, reason: because, until: soon });
const result = ({ lead }: Chosen) => ({ department: lead, result: '已修好' });
const promise = ({ made }: Chosen) => ({ department: made.department, commitment: made.id, note });

/** The words of each command that says more than why, most of them such as can be true. */
const WORDS: Readonly<Partial<Record<CommandName, (from: Chosen) => object>>> = {
  refuse: () => ({ code: 'out-of-scope', reason: because }),
  dispatch: ({ dice, other }) => ({
    ...{ lead: other, rule: 'operator', because, mode: nth(['ordinary', 'direct', 'dual', 'backstop'], dice) },
    coHandlers: dice % 3 === 0 ? [nth(DEPARTMENTS, dice + 1)] : [],
  }),
  sign: ({ dice, lead, other }) => ({ department: dice % 4 === 0 ? other : lead }),
  'co-sign': ({ coHandlers, other }) => ({ department: coHandlers.at(0) ?? other }),
  progress: ({ lead }) => ({ department: lead, note }),
  return: ({ lead }) => ({ department: lead, reason: because }),
  'hand-in': result,
  submit: result,
  revisit: ({ dice }) => ({ reportId: 'report-1', solved: dice % 2 === 0, satisfied: dice % 3 === 0 }),
  'settle-on-the-spot': ({ now }) => ({ solved: { how: '当场修好', at: now } }),
  'request-extension': request,
  'request-suspension': request,
  suspend: ({ soon }) => ({ until: soon, because }),
  check: verdict,
  'look-back': verdict,
  supervise: ({ dice }) => ({ level: nth(SUPERVISION_LEVELS, dice), because }),
  'blow-whistle': ({ dice, other, lead }) => {
    return { kind: nth(WHISTLE_KINDS, dice), street: DEPARTMENTS[2], departments: [other, lead], because };
  },
  'check-in': ({ whistle, called }) => ({ department: called, whistle: whistle.id }),
  'score-whistle': ({ whistle, called }) => ({ called, whistle: whistle.id, score: 90 }),
  'call-meeting': ({ soon }) => ({ kind: 'residents', subject: '停车', at: soon, participants: ['居民代表'] }),
  'decide-meeting': ({ dice, other, soon, proceedings }) => ({
    meeting: nth([...proceedings.meetings.map(({ id }) => id), 9], dice),
    decision: '分批施划',
    commitments: [{ department: other, what: '施划车位', dueAt: soon }],
  }),
  'report-commitment': promise,
  'keep-commitment': promise,
  claim: ({ soon }) => ({ partner: 'p-1', dueAt: soon, because }),
};

const worded = (command: CommandName, life: Life, dice: number): CaseCommand =>
  ({ command, ...(WORDS[command]?.(chosen(life, dice)) ?? { because }) }) as CaseCommand;

/** What a person cannot ask for, and what a whole other test is about. */
const UNASKED: readonly CommandName[] = ['merge', 'restore'];
/** Ends a life before anything has happened in it: seldom chosen. */
const ENDS: readonly CommandName[] = ['withdraw', 'refuse', 'force-close', 'settle-on-the-spot'];
const ASKED = COMMANDS.filter((command) => !UNASKED.includes(command));

type Step = (life: Life) => void;
const dice = fc.nat({ max: 10_000 });
const anything = fc.tuple(fc.constantFrom(...ASKED), dice);
const legal = fc.tuple(dice, dice).map(([which, words]): Step => (life) => {
  const some = legalCommands(life.value).filter(
    (command) => ASKED.includes(command) && (which % 40 === 0 || !ENDS.includes(command)),
  );
  if (some.length > 0) life.ask(worded(nth(some, which), life, words));
});
const steps = fc.array(
  fc.oneof(
    { arbitrary: legal, weight: 8 },
    {
      arbitrary: anything.map(
        ([command, words]): Step =>
          (life) =>
            void life.ask(worded(command, life, words)),
      ),
      weight: 2,
    },
    {
      arbitrary: fc.integer({ min: 1, max: 300 }).map(
        (hours): Step =>
          (life) =>
            life.pass(hours),
      ),
      weight: 2,
    },
  ),
  { maxLength: 60, size: 'max' },
);

function live(all: readonly Step[], check: (life: Life) => void = () => undefined): Life {
  const life = new Life();
  for (const step of all) {
    step(life);
    check(life);
  }
  return life;
}

/** The clock that must run for what the case waits for now. */
function clocksWanted({ value: { status, proceedings } }: Life): ClockName[] {
  const byStatus: Partial<Record<Case['status'], ClockName>> = {
    held: 'dispatch',
    dispatched: 'sign',
    handling: 'resolve',
    checking: 'check',
    handled: 'answer',
  };
  const wanted = [byStatus[status]].filter((name) => name !== undefined);
  for (const { id, keptAt } of proceedings.commitments) if (keptAt === undefined) wanted.push(`commitment/${id}`);
  if (proceedings.lookBack) wanted.push(proceedings.lookBack.isDue ? 'look-back-visit' : 'look-back');
  if (isFinal(status)) return wanted;
  if (proceedings.request) wanted.push('decide');
  if (proceedings.suspension) wanted.push('suspension');
  if (proceedings.claim) wanted.push('claim');
  for (const { id, decision } of proceedings.meetings) if (decision === undefined) wanted.push(`meeting/${id}`);
  for (const { id, calls } of proceedings.whistles) {
    for (const call of calls) if (call.checkedInAt === undefined) wanted.push(`whistle/${id}/${call.department}`);
  }
  return wanted;
}

const AROUND: readonly CaseEvent['type'][] = [
  ...(['case.submitted', 'case.checked', 'case.forced_closed', 'case.co_signed', 'case.requested'] as const),
  ...(['case.request_refused', 'case.extended', 'case.suspended', 'case.resumed', 'case.due_soon', 'case.supervised'] as const),
  ...(['whistle.blown', 'whistle.answered', 'whistle.scored', 'meeting.called', 'meeting.decided'] as const),
  ...(['commitment.made', 'commitment.reported', 'commitment.kept', 'case.claimed', 'case.claim_released'] as const),
  ...(['look_back.planned', 'look_back.due', 'look_back.done', 'case.reopened', 'case.returned'] as const),
];

describe('the life of a case with its clocks', () => {
  it('never waits without an owner and a clock, whatever is asked of it and however time passes', () => {
    fc.assert(
      fc.property(steps, (all) => {
        live(all, (life) => {
          const { value } = life;
          if (STATUS_FACTS[value.status].owner === 'department') expect(value.lead).toBeDefined();
          expect(clocksWanted(life).filter((name) => !life.has(name))).toEqual([]);
          if (value.status === 'answered') expect(life.revisitDueAt).toBeDefined();
          const stands = life.clocks.filter(({ pausedAt }) => pausedAt !== undefined);
          if (stands.length > 0) expect(value.proceedings.suspension).toBeDefined();
        });
      }),
      { numRuns: 300 },
    );
  });

  it('is the fold of its events, also when read back from JSON', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { events, value } = live(all);
        const [opening, ...rest] = events;
        const replayed = rest.reduce(evolveCase, openCase(ID, opening as ReturnType<typeof anOpening>));
        expect(replayed).toEqual(value);
        expect(JSON.parse(JSON.stringify(value.proceedings))).toEqual(value.proceedings);
        expect(value.version).toBe(events.length);
      }),
    );
  });

  it('lets every clock ring each rung once, however often it is asked and whatever the time', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const life = live(all);
        life.pass(0);
        const before = life.events.length;
        life.pass(0);
        life.pass(-1000);
        expect(life.events.length).toBe(before);
      }),
    );
  });

  it('does what it calls legal, and nothing else', () => {
    fc.assert(
      fc.property(steps, anything, (all, [command, words]) => {
        const life = live(all);
        const names = command === 'sign' ? ['sign', 'co-sign'] : command === 'hand-in' ? ['hand-in', 'submit'] : [command];
        const isLegal = legalCommands(life.value).some((name) => names.includes(name));
        if (life.ask(worded(command, life, words))) expect(isLegal).toBe(true);
      }),
    );
  });

  it('comes to everything that can happen around it, so that the laws above were tried', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(steps, (all) => {
        for (const { type } of live(all).events) seen.add(type);
      }),
      { numRuns: 600, seed: 5 },
    );
    expect(AROUND.filter((type) => !seen.has(type))).toEqual([]);
  });

  it('starts with nothing around it', () => {
    expect(new Life().value.proceedings).toBe(NO_PROCEEDINGS);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { as } from '#domain/ids.js';
import type { DepartmentId, PartnerId, UndertakingId } from '#domain/ids.js';
import { aSubject } from '#test/support/builders/an-undertaking.js';
import { canonicalJson } from '../case/event-chain.js';
import { decideUndertaking, openingOf } from './decide-undertaking.js';
import { evolveUndertaking, openUndertaking, replayUndertaking } from './evolve-undertaking.js';
import { ringUndertaking } from './ring-undertaking.js';
import type { UndertakingCommand } from './undertaking-command.js';
import { LISTS } from './undertaking-state.js';
import type { Pledge, Undertaking, UndertakingEvent } from './undertaking.js';

const ID = as<UndertakingId>('undertaking-1');
const BEGIN = Date.UTC(2026, 10, 20);
const HOUR = 3_600_000;

const owner = fc.constantFrom<DepartmentId>(as('urban-management'), as('civil-affairs'));
const partner = fc.constantFrom<PartnerId>(as('denghuo-volunteers'), as('lanyu-builders'));
const because = fc.constantFrom('因为', '力量不足');
const due = fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: 0, max: 20 })).map(([hours, before]) => ({
  dueAt: new Date(BEGIN + hours * HOUR),
  warnAt: new Date(BEGIN + (hours - before) * HOUR),
}));
const terms = fc.record({ owner, due }, { requiredKeys: [] });

const command: fc.Arbitrary<UndertakingCommand> = fc.oneof(
  terms.map((asked) => ({ command: 'assign' as const, ...asked })),
  fc.tuple(terms, partner).map(([asked, by]) => ({ command: 'claim' as const, partner: by, ...asked })),
  fc.constant<UndertakingCommand>({ command: 'start' }),
  because.map((note) => ({ command: 'note' as const, note })),
  because.map((result) => ({ command: 'finish' as const, result })),
  fc.record({ command: fc.constantFrom('drop' as const, 'release' as const), because }),
);
/** A command, or a look at the clock, some hours after the one before or, where somebody set the clock, before it. */
const step = fc.record({ hours: fc.integer({ min: -10, max: 30 }), does: fc.option(command, { nil: undefined, freq: 3 }) });
const life = fc.record({
  list: fc.constantFrom(...LISTS),
  pledge: fc.option(
    fc.tuple(owner, due).map(([who, until]): Pledge => ({ owner: who, ...until })),
    { nil: undefined },
  ),
  steps: fc.array(step, { maxLength: 40 }),
});
type Life = typeof life extends fc.Arbitrary<infer One> ? One : never;

/** Every value a life passes through, and its history as it comes back from JSON. */
function live({ list, pledge, steps }: Life): { values: Undertaking[]; history: UndertakingEvent[] } {
  const opening = openingOf(aSubject({ list }), pledge, 'operator:li', new Date(BEGIN));
  const values = [openUndertaking(ID, opening)];
  const history: UndertakingEvent[] = [opening];
  let now = BEGIN;
  for (const { hours, does } of steps) {
    now += hours * HOUR;
    const current = values[values.length - 1];
    const outcome = does && decideUndertaking(current, does, 'operator:li', new Date(now));
    if (outcome?.kind === 'refused') continue;
    const events = outcome ? outcome.events : ringUndertaking(current, new Date(now));
    for (const event of events) {
      history.push({ ...event, data: JSON.parse(canonicalJson(event.data)) as never } as UndertakingEvent);
      values.push(evolveUndertaking(values[values.length - 1], event));
    }
  }
  return { values, history };
}

describe('the life of an undertaking', () => {
  it('never stands promised without an owner and a due time', () => {
    fc.assert(
      fc.property(life, (one) => {
        for (const { list, state, pledge } of live(one).values) {
          const isPromised =
            state === 'claimed' || state === 'underway' || state === 'done' || (list === 'item' && pledge !== undefined);
          if (!isPromised) continue;
          expect(pledge?.owner).toEqual(expect.any(String));
          expect(pledge?.dueAt).toBeInstanceOf(Date);
          expect(pledge?.warnAt).toBeInstanceOf(Date);
        }
      }),
    );
  });

  it('is the fold of its events as they are kept', () => {
    fc.assert(
      fc.property(life, (one) => {
        const { values, history } = live(one);
        expect(replayUndertaking(ID, history)).toEqual(values[values.length - 1]);
        expect(values[values.length - 1].version).toBe(history.length);
      }),
    );
  });

  it('warns and rings at most once between two changes of what holds', () => {
    fc.assert(
      fc.property(life, (one) => {
        let said = new Set<string>();
        for (const { type } of live(one).history) {
          if (['undertaking.assigned', 'undertaking.claimed', 'undertaking.released'].includes(type)) said = new Set();
          if (type !== 'undertaking.due_soon' && type !== 'undertaking.overdue') continue;
          expect(said.has(type)).toBe(false);
          said.add(type);
        }
      }),
    );
  });

  it('never moves again once it has ended', () => {
    fc.assert(
      fc.property(life, (one) => {
        const { values } = live(one);
        const end = values.findIndex(({ endedAt }) => endedAt !== undefined);
        expect(end === -1 || end === values.length - 1).toBe(true);
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import type { ListKind, UndertakingState } from './undertaking-state.js';
import {
  isEnded,
  legalUndertakingCommands,
  LISTS,
  UNDERTAKING_COMMANDS,
  UNDERTAKING_STATES,
  undertakingMove,
} from './undertaking-state.js';

/** The states a list can reach from the first, and those that can reach an end. */
function reachIn(list: ListKind): { reached: UndertakingState[]; ending: UndertakingState[] } {
  const edges = UNDERTAKING_COMMANDS.flatMap((command) =>
    UNDERTAKING_STATES.flatMap((from) => {
      const to = undertakingMove(list, command, from);
      return to === undefined ? [] : [{ from, to }];
    }),
  );
  const grow = (seeds: UndertakingState[], next: (state: UndertakingState) => UndertakingState[]): UndertakingState[] => {
    const seen = new Set(seeds);
    for (const state of seen) for (const other of next(state)) seen.add(other);
    return UNDERTAKING_STATES.filter((state) => seen.has(state));
  };
  return {
    reached: grow(['open'], (state) => edges.filter(({ from }) => from === state).map(({ to }) => to)),
    ending: grow(['done', 'dropped'], (state) => edges.filter(({ to }) => to === state).map(({ from }) => from)),
  };
}

describe('the table of moves', () => {
  it.each(LISTS.filter((list) => list !== 'resource'))('lets a %s reach every state, and end from each', (list) => {
    const all = ['open', 'claimed', 'underway', 'done', 'dropped'];
    expect(reachIn(list)).toEqual({ reached: all, ending: all });
  });

  it('never has a resource claimed', () => {
    expect(reachIn('resource').reached).toEqual(['open', 'underway', 'done', 'dropped']);
    expect(legalUndertakingCommands('resource', 'open')).toEqual(['assign', 'start', 'drop']);
  });

  it('names what is legal from each state, and nothing from an end', () => {
    expect(UNDERTAKING_STATES.map((state) => legalUndertakingCommands('need', state))).toEqual([
      ['assign', 'claim', 'start', 'drop'],
      ['assign', 'start', 'note', 'drop', 'release'],
      ['assign', 'note', 'finish', 'drop', 'release'],
      [],
      [],
    ]);
    expect(UNDERTAKING_STATES.filter(isEnded)).toEqual(['done', 'dropped']);
  });
});

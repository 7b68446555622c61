import { describe, expect, it } from '@jest/globals';
import { COMMANDS, STATUS_FACTS, STATUSES, STEPS } from '#domain/case/case-status.js';
import {
  LIST_LABELS,
  LISTS,
  STATE_LABELS,
  UNDERTAKING_COMMANDS,
  UNDERTAKING_STATES,
} from '#domain/undertaking/undertaking-state.js';
import { CLOCKS } from '#domain/deadline/deadline-policy.js';
import { readDocument, readTable } from './document.js';

const document = readDocument('docs/glossary.md');

describe('docs/glossary.md', () => {
  it('gives every status with its label, its step and who must act', () => {
    const facts = STATUSES.map((status) => [
      status,
      STATUS_FACTS[status].label,
      STATUS_FACTS[status].step,
      STATUS_FACTS[status].owner,
    ]);

    expect(readTable(document, 'status', 'label')).toEqual(facts);
  });

  it('gives every step and every clock', () => {
    expect(readTable(document, 'step', '中文').map(([step]) => step)).toEqual([...STEPS]);
    expect(readTable(document, 'clock', '中文').map(([clock]) => clock)).toEqual([...CLOCKS]);
  });

  it('gives every list, and of what stands on it every state and command', () => {
    const pairs = (rows: string[][]): string[][] => rows.map((cells) => cells.slice(0, 2));
    const line = document.split('\n').find((one) => one.startsWith('What an operator may ask: ')) ?? '';

    expect(pairs(readTable(document, 'list', '中文'))).toEqual(LISTS.map((list) => [list, LIST_LABELS[list]]));
    expect(pairs(readTable(document, 'undertaking', 'label'))).toEqual(
      UNDERTAKING_STATES.map((state) => [state, STATE_LABELS[state]]),
    );
    expect([...line.matchAll(/`([a-z]+)`/g)].map(([, command]) => command)).toEqual([...UNDERTAKING_COMMANDS]);
  });

  it('speaks only of commands that there are', () => {
    const named = [...document.matchAll(/command `([a-z-]+)`/g)].map(([, command]) => command);

    const unknown = named.filter((command) => !(COMMANDS as readonly string[]).includes(command));

    expect(unknown).toEqual([]);
  });
});

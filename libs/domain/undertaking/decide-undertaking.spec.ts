import { describe, expect, it } from '@jest/globals';
import { as } from '#domain/ids.js';
import type { PartnerId } from '#domain/ids.js';
import { NOON } from '#test/support/builders/a-case.js';
import { aPledge, anUndertaking } from '#test/support/builders/an-undertaking.js';
import { decideUndertaking } from './decide-undertaking.js';
import { evolveUndertaking } from './evolve-undertaking.js';
import type { UndertakingCommand } from './undertaking-command.js';
import type { Undertaking } from './undertaking.js';

const VOLUNTEERS = as<PartnerId>('denghuo-volunteers');
const { owner, ...due } = aPledge();
const later = { dueAt: new Date('2026-11-30T04:00:00Z'), warnAt: new Date('2026-11-28T04:00:00Z') };

const decide = (current: Undertaking, command: UndertakingCommand) => decideUndertaking(current, command, 'operator:li', NOON);
function after(current: Undertaking, ...commands: readonly UndertakingCommand[]): Undertaking {
  return commands.reduce((value, command) => {
    const outcome = decide(value, command);
    if (outcome.kind === 'refused') throw new Error(outcome.message);
    return outcome.events.reduce(evolveUndertaking, value);
  }, current);
}
const CLAIM = { command: 'claim', partner: VOLUNTEERS, owner, due } as const;

describe('a command to an undertaking', () => {
  it('is refused with what would be legal where the table has no such move', () => {
    expect(decide(anUndertaking(), { command: 'finish', result: '建好了' })).toEqual({
      kind: 'refused',
      code: 'UNDERTAKING_MOVE_ILLEGAL',
      message: 'an undertaking of the list need that is open cannot finish',
      legal: ['assign', 'claim', 'start', 'drop'],
    });
  });

  it.each<[string, UndertakingCommand]>([
    ['a claim without an owner', { command: 'claim', partner: VOLUNTEERS, due }],
    ['a claim without a due time', { command: 'claim', partner: VOLUNTEERS, owner }],
    ['an owner without a due time', { command: 'assign', owner }],
    ['a start by nobody', { command: 'start' }],
  ])('refuses %s', (_title, command) => {
    expect(decide(anUndertaking(), command)).toMatchObject({ kind: 'refused', code: 'UNDERTAKING_INCOMPLETE' });
  });

  it('keeps of the pledge what it does not name', () => {
    const item = anUndertaking({ list: 'item' }, aPledge());
    expect(after(item, { command: 'assign', due: later }).pledge).toEqual({ owner: 'urban-management', ...later });
    expect(after(item, { command: 'claim', partner: VOLUNTEERS }).pledge).toEqual(aPledge());
  });

  it('goes from the claim to the end', () => {
    const done = after(
      anUndertaking(),
      CLAIM,
      { command: 'start' },
      { command: 'note', note: '选好了位置' },
      { command: 'finish', result: '车棚已启用' },
    );
    expect(done).toMatchObject({ state: 'done', partner: VOLUNTEERS, pledge: aPledge(), endedAt: NOON, version: 5 });
  });

  it('belongs to nobody when the claim is given back', () => {
    const released = after(anUndertaking(), CLAIM, { command: 'start' }, { command: 'release', because: '资金未落实' });
    expect([released.state, released.partner, released.pledge]).toEqual(['open', undefined, undefined]);
  });

  it('goes back to the department it had before the claim', () => {
    const item = anUndertaking({ list: 'item' }, aPledge());
    const claimed = after(item, { command: 'claim', partner: VOLUNTEERS, owner: as('civil-affairs'), due: later });
    expect(claimed.pledge).toEqual({ owner: 'civil-affairs', ...later });
    expect(after(claimed, { command: 'release', because: '力量不足' }).pledge).toEqual(aPledge());
  });
});

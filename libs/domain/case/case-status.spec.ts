import { describe, expect, it } from '@jest/globals';
import { isFinal, movesFrom, moveOf, STATUS_FACTS, STATUSES, STEPS, tableFaults } from './case-status.js';

describe('the table of moves', () => {
  it('leaves no status unreachable and none without a way out', () => {
    expect(tableFaults()).toEqual([]);
  });

  it('shows every one of the six steps through some status', () => {
    expect(new Set(STATUSES.map((status) => STATUS_FACTS[status].step))).toEqual(new Set(STEPS));
  });

  it('gives every open status somebody who must act', () => {
    const idle = STATUSES.filter((status) => STATUS_FACTS[status].owner === 'nobody');
    expect(idle).toEqual(['closed', 'refused', 'withdrawn', 'merged']);
  });

  it('lets a closed case only be reopened', () => {
    expect(movesFrom('closed').filter((command) => moveOf(command, 'closed') !== 'closed')).toEqual(['reopen']);
    expect(isFinal('closed')).toBe(true);
  });

  it('sends a returned case back to the operators', () => {
    expect(moveOf('return', 'handling')).toBe('held');
    expect(moveOf('return', 'handled')).toBeUndefined();
  });
});

import { takesTurn } from '../../world/turns.js';
import { isAtWork } from '../duty.js';
import type { Duty } from '../duty.js';

/** 督办: a few cases are watched from the start, whatever the clocks say. */
export function supervise(seed: number): Duty {
  return {
    name: 'supervised',
    isFor: (line, matter) => isAtWork(line) && takesTurn(seed, 'watched', matter?.id),
    decide: ({ page }) => {
      const { supervision = 'urged' } = page.case;
      if (supervision !== 'urged') return undefined;
      return { command: 'supervise', level: 'supervised', because: '涉及群众安全，区领导批示督办' };
    },
  };
}

import { takesTurn } from '../../world/turns.js';
import type { Duty } from '../duty.js';

/** 强制结案: hardly ever nothing can be done at all, and the citizens are told so. */
export function forceClose(seed: number): Duty {
  return {
    name: 'forceClosed',
    isFor: ({ status }, matter) => status === 'handling' && takesTurn(seed, 'hopeless', matter?.id),
    decide: ({ page }) =>
      page.commands.includes('force-close')
        ? { command: 'force-close', because: '经核实事项涉诉，请通过司法途径解决，现予结案。' }
        : undefined,
  };
}

import type { Duty } from '../duty.js';

const FOUND_IN_ORDER = 0.88;
const ROUNDS_TO_FAIL = 2;

/** 核查: somebody goes and looks whether it is done; nobody is sent back a third time. */
export function checkHandedIn(): Duty {
  return {
    name: 'checked',
    isFor: ({ status }) => status === 'checking',
    decide: ({ page, luck }) => {
      const { round } = page.case;
      if (!page.commands.includes('check')) return undefined;
      const passed = round > ROUNDS_TO_FAIL || luck(`check ${round}`).chance(FOUND_IN_ORDER);
      return { command: 'check', passed, note: passed ? '现场核查属实' : '现场仍有遗留问题' };
    },
  };
}

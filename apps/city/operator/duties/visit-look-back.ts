import type { Duty } from '../duty.js';

const STILL_IN_ORDER = 0.93;

/** 回头看: somebody goes and looks whether it stayed so; what did not is opened again, once. */
export function visitLookBack(): Duty {
  return {
    name: 'lookedBack',
    isFor: ({ status }) => status === 'closed',
    decide: ({ page, luck }) => {
      if (page.case.proceedings.lookBack?.isDue !== true) return undefined;
      const passed = page.case.round > 1 || luck('look back').chance(STILL_IN_ORDER);
      return { command: 'look-back', passed, note: passed ? '回头看：整改到位，未反弹' : '回头看：问题反弹' };
    },
  };
}

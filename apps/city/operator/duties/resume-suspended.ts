import type { Duty } from '../duty.js';

const LIES_MS = 1500;

/** 销账: after a short while what stood in the way is gone, long before the day that was asked for. */
export function resumeSuspended(pace: number): Duty {
  return {
    name: 'resumed',
    onlyStill: true,
    isFor: ({ status }) => status === 'handling',
    decide: ({ page, now }) => {
      const { suspension } = page.case.proceedings;
      if (suspension === undefined) return undefined;
      if (now.getTime() - Date.parse(suspension.since) < LIES_MS * pace) return 'later';
      return { command: 'resume', because: '具备办理条件，恢复办理' };
    },
  };
}

import { takesTurn } from '../../world/turns.js';
import type { Duty } from '../duty.js';

/** 即办: what can be answered at the desk is taken back from the department and answered. */
export function settleOnTheSpot(seed: number): Duty {
  return {
    name: 'settledOnTheSpot',
    isFor: ({ status }, matter) => (status === 'held' || status === 'dispatched') && takesTurn(seed, 'onTheSpot', matter?.id),
    decide: ({ line: { status }, page }) => {
      if (page.case.round > 1) return undefined;
      if (status === 'dispatched') return { command: 'hold', because: '坐席可当场答复，收回即办' };
      return { command: 'settle-on-the-spot', note: '坐席已电话联系诉求人，当场协调解决。' };
    },
  };
}

import type { Command } from '../case/command-fields';

/** What makes sense for several cases at once: nothing that names a whistle, a meeting or a claim of one of them. */
export const BULK_COMMANDS = [
  ...(['dispatch', 'hold', 'check', 'settle-on-the-spot', 'grant-request', 'refuse-request', 'supervise', 'suspend'] as const),
  ...(['resume', 'close', 'rework', 'plan-look-back', 'look-back', 'reopen', 'refuse', 'withdraw'] as const),
] satisfies readonly Command[];

/** How many the API takes at once. */
export const MOST_AT_ONCE = 200;

import { daysAhead } from '../../world/days-ahead.js';
import { takesTurn } from '../../world/turns.js';
import { isAtWork } from '../duty.js';
import type { Duty } from '../duty.js';

/** 认领: now and then a red partner does the work; the department stays answerable. */
export function letPartnerClaim(seed: number, partners: readonly string[]): Duty {
  return {
    name: 'claimed',
    isFor: (line, matter) => partners.length > 0 && isAtWork(line) && takesTurn(seed, 'claim', matter?.id),
    decide: ({ page, now, luck }) => {
      const { round, proceedings } = page.case;
      if (round > 1 || proceedings.claim !== undefined || !page.commands.includes('claim')) return undefined;
      const dueAt = daysAhead(now, luck('claim').int(2, 7));
      return { command: 'claim', partner: luck('partner').pick(partners), dueAt, because: '合伙人主动认领' };
    },
  };
}

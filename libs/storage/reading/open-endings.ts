import type { DataSource } from 'typeorm';
import { ask } from './ask.js';

/**
 * How many closed cases still wait for somebody: for a look-back that is due or will be by `until`, for a promise that
 * outlives the case, or for the score of a department that came when the street whistled.
 */
export async function countOpenEndings(source: DataSource, until: Date): Promise<number> {
  const [{ count }] = await ask<{ count: number }>(
    source,
    `select count(*)::int as count from cases c where c.status = 'closed' and (
       exists (select 1 from case_clocks k where k.case_id = c.id and k.met_at is null and (
         k.clock like 'commitment/%' or k.clock = 'look-back-visit' or (k.clock = 'look-back' and k.due_at <= $1)))
       or jsonb_path_exists(c.proceedings, '$.whistles[*].calls[*] ? (exists(@.checkedInAt) && !exists(@.score))'))`,
    [until],
  );
  return count;
}

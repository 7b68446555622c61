import type { DataSource } from 'typeorm';
import { ask } from './ask.js';

/** How many cases each mechanism of the handling chain was used for, over the whole database. */
export interface HandlingCounts {
  /** 退单 */
  readonly returned: number;
  /** 延期 that was granted. */
  readonly extended: number;
  /** 挂账 */
  readonly suspended: number;
  /** 吹哨 */
  readonly whistled: number;
  /** 催办, by the ladder or by a person. */
  readonly urged: number;
  /** 督办 and 领导督办, by the ladder, a person or a citizen who was not served twice. */
  readonly supervised: number;
  /** 返工 */
  readonly reworked: number;
  /** 回访: at least one citizen has said whether it is solved. */
  readonly revisited: number;
  /** 回头看: somebody went and looked after the closing. */
  readonly lookedBack: number;
  /** 认领 */
  readonly claimed: number;
  /** 即办 */
  readonly onTheSpot: number;
}

const cases = (condition: string): string => `count(distinct case_id) filter (where ${condition})::int`;
const ofType = (type: string): string => cases(`type = '${type}'`);

/** Counted from what happened to the cases, not from where they stand now. */
export async function countHandling(source: DataSource): Promise<HandlingCounts> {
  const [counts] = await ask<HandlingCounts>(
    source,
    `select ${ofType('case.returned')} as returned, ${ofType('case.extended')} as extended, ${ofType('case.suspended')} as suspended,
      ${ofType('whistle.blown')} as whistled,
      ${cases(`type = 'case.supervised' and data->>'level' = 'urged'`)} as urged,
      ${cases(`type = 'case.supervised' and data->>'level' <> 'urged'`)} as supervised,
      ${ofType('case.reworked')} as reworked, ${ofType('case.revisited')} as revisited, ${ofType('look_back.done')} as "lookedBack",
      ${ofType('case.claimed')} as claimed, ${ofType('case.settled_on_the_spot')} as "onTheSpot"
     from case_events`,
  );
  return counts;
}

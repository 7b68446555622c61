import type { DataSource } from 'typeorm';
import type { Breakdown, CountedRow, CountedWeek } from '#domain/bulletin/bulletin.js';
import { BREAKDOWNS } from '#domain/bulletin/bulletin.js';
import type { Figures } from '#domain/bulletin/figures.js';
import { FIGURES } from '#domain/bulletin/figures.js';
import type { CityWeek } from '#domain/deadline/city-weeks.js';
import { ask } from './ask.js';
import { FACTS } from './bulletin-facts.js';

const COUNTS = FIGURES.map((figure) => `count(*) filter (where '${figure}' = any(figures))::int as "${figure}"`).join(', ');
const choose = (what: (breakdown: Breakdown) => string): string =>
  `case ${BREAKDOWNS.map((breakdown) => `when grouping(${breakdown}) = 0 then ${what(breakdown)}`).join(' ')} end`;

const COUNTED = `${FACTS}
select ${choose((breakdown) => `'${breakdown}'`)} as breakdown, ${choose((breakdown) => breakdown)} as id, ${COUNTS}
from facts group by grouping sets ((), ${BREAKDOWNS.map((breakdown) => `(${breakdown})`).join(', ')})`;

/** A row of the total has no breakdown. */
type Row = Figures & { readonly breakdown: Breakdown | null; readonly id: string | null };

/** The figures of a week, in all and broken down. */
export class BulletinCounts {
  constructor(private readonly source: DataSource) {}

  /** `until`: the end of the week, or now while it lasts; what falls due after it is not late yet. */
  async of({ from, before }: CityWeek, until: Date): Promise<CountedWeek> {
    const rows = await ask<Row>(this.source, COUNTED, [from, before, until]);
    const rowsOf = (breakdown: Breakdown | null): CountedRow[] =>
      rows.filter((row) => row.breakdown === breakdown).map(({ breakdown: _of, id, ...figures }) => ({ id, figures }));
    const broken = Object.fromEntries(BREAKDOWNS.map((breakdown) => [breakdown, rowsOf(breakdown)]));
    const [{ figures: total }] = rowsOf(null);
    return { total, ...(broken as Record<Breakdown, CountedRow[]>) };
  }
}

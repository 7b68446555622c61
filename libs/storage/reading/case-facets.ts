import type { DataSource } from 'typeorm';
import { askWide } from './ask.js';
import { MOST_COUNTED } from './case-conditions.js';
import type { FilterEntry, FilterName } from './case-filters.js';
import { CASE_FILTERS } from './case-filters.js';
import { CaseIndex } from './case-index.js';
import type { CaseQuestion } from './case-search.js';
import { conditionsOf } from './case-search.js';

/** How many of the cases asked for a filter's value would leave. */
export interface FacetCount {
  readonly filter: FilterName;
  readonly value: string;
  readonly count: number;
}

/** The counts of a question. */
export interface CaseFacets {
  readonly total: number;
  /** There are more than were counted: every count stands for "so many or more". */
  readonly isCapped: boolean;
  readonly facets: readonly FacetCount[];
}

/** Values of a facet that are told, the most frequent first. */
const MOST_VALUES = 30;
const TOTAL = '#total';
const WITH_VALUES = (Object.entries(CASE_FILTERS) as [FilterName, FilterEntry][]).filter(
  ([, { kind, facet, sql }]) => facet !== undefined || (kind === 'flag' && !sql.includes('?')),
);

/** Counts what a list's filters would leave, over ten thousand cases at most. */
export class CaseFacetCounts {
  private readonly index: CaseIndex;

  constructor(private readonly source: DataSource) {
    this.index = new CaseIndex(source);
  }

  async count(question: CaseQuestion): Promise<CaseFacets> {
    await this.index.beforeReading();
    const where = conditionsOf(question, 'count');
    const now = `${where.bind(question.now)}::timestamptz`;
    const columns = WITH_VALUES.map(([, entry], at) => `${valueOf(entry).replaceAll('@now', now)} as f${at}`);
    const counted = WITH_VALUES.map(([name, entry], at) => countOf(name, entry, at));
    const rows = await askWide<FacetCount>(
      this.source,
      `with found as materialized (select ${columns.join(', ')} from case_search c where ${where} limit ${MOST_COUNTED + 1})
       select '${TOTAL}' as filter, '' as value, count(*)::int as count from found union all ${counted.join(' union all ')}`,
      where.parameters,
    );
    const total = rows[0].count;
    return { total: Math.min(total, MOST_COUNTED), isCapped: total > MOST_COUNTED, facets: rows.slice(1) };
  }
}

/** The column of `found` that a filter's values are counted in; of a flag whether it holds. */
const valueOf = ({ facet, sql }: FilterEntry): string => facet?.sql ?? `(${sql})`;

function countOf(name: FilterName, { facet }: FilterEntry, at: number): string {
  const value = facet === undefined ? `'true'` : `f${at}`;
  const rows = facet?.isList === true ? `(select unnest(f${at}) as f${at} from found) l` : 'found';
  const which = facet === undefined ? `f${at}` : `f${at} is not null`;
  return `(select '${name}', ${value}, count(*)::int from ${rows} where ${which} group by 2 order by 3 desc, 2 limit ${MOST_VALUES})`;
}

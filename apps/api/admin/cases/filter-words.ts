import type { FilterEntry, FilterName } from '#storage/reading/case-filters.js';
import { CASE_FILTERS, FILTER_NAMES } from '#storage/reading/case-filters.js';
import { CASE_SORT_NAMES, CASE_SORTS } from '#storage/reading/case-sorts.js';

/** A filter as a page draws it. */
interface FilterView {
  readonly name: FilterName;
  readonly label: string;
  readonly kind: FilterEntry['kind'];
  /** Of `words` alone. */
  readonly values?: readonly string[];
  /** Whether its values are counted. */
  readonly isCounted: boolean;
}

const isCounted = ({ kind, facet, sql }: FilterEntry): boolean => facet !== undefined || (kind === 'flag' && !sql.includes('?'));

/** All filters and orders of the case list. */
export const filterWords = () => ({
  filters: FILTER_NAMES.map((name): FilterView => {
    const entry: FilterEntry = CASE_FILTERS[name];
    const { label, kind } = entry;
    return { name, label, kind, isCounted: isCounted(entry), ...(entry.kind === 'words' && { values: entry.values }) };
  }),
  sorts: CASE_SORT_NAMES.map((name) => ({ name, label: CASE_SORTS[name].label })),
});

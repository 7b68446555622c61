import type { Step } from '#domain/case/case-status.js';
import { STATUS_FACTS, STATUSES, STEPS } from '#domain/case/case-status.js';
import type { CaseFacets } from '#storage/reading/case-facets.js';
import type { FilterName } from '#storage/reading/case-filters.js';
import { CASE_FILTERS } from '#storage/reading/case-filters.js';
import type { CityWords } from '../city-words.js';

/** One value of a filter and how many cases it would leave. */
interface FacetValue {
  readonly value: string;
  /** As the city calls it; absent for words that the page translates. */
  readonly name?: string;
  readonly count: number;
}

const NAMES: Partial<Record<FilterName, (words: CityWords, value: string) => string>> = {
  platform: (words, value) => words.platform(value).name,
  category: (words, value) => words.category(value).name,
  lead: (words, value) => words.department(value).name,
  coHandler: (words, value) => words.department(value).name,
  involves: (words, value) => words.department(value).name,
  returnedBy: (words, value) => words.department(value).name,
  claimedBy: (words, value) => words.partner(value).name,
};

/** Counts by filter as a page shows them; `isCapped`: each count stands for "so many or more". */
export function facetViews({ total, isCapped, facets }: CaseFacets, words: CityWords) {
  const byFilter = new Map<FilterName, FacetValue[]>();
  for (const { filter, value, count } of facets) {
    const name = NAMES[filter]?.(words, value);
    const values = byFilter.get(filter) ?? [];
    values.push({ value, count, ...(name !== undefined && { name }) });
    byFilter.set(filter, values);
  }
  byFilter.set('step', stepsOf(byFilter.get('status') ?? []));
  const views = [...byFilter].map(([filter, values]) => ({ filter, label: CASE_FILTERS[filter].label, values }));
  return { total, isCapped, totalLabel: isCapped ? `${total}+` : String(total), facets: views };
}

function stepsOf(statuses: readonly FacetValue[]): FacetValue[] {
  const countOf = (step: Step): number =>
    STATUSES.filter((status) => STATUS_FACTS[status].step === step).reduce(
      (sum, status) => sum + (statuses.find(({ value }) => value === status)?.count ?? 0),
      0,
    );
  return STEPS.map((step) => ({ value: step, count: countOf(step) })).filter(({ count }) => count > 0);
}

import type { CaseFilter, FilterEntry, FilterName } from './case-filters.js';
import { CASE_FILTERS, comparable } from './case-filters.js';
import type { Conditions } from './conditions.js';
import { gramsOf, plainText } from './said-words.js';

/**
 * How words are looked for. `near`: in the rows that all else leaves, one by one; `far`: by the words' own index; `count`: as far,
 * but so many are enough.
 */
export type Reach = 'near' | 'far' | 'count';

/** Adds what a filter asks to a statement over `case_search c`. */
export function addFilter(where: Conditions, filter: CaseFilter, now: Date, reach: Reach): Conditions {
  for (const [name, value] of Object.entries(filter) as [FilterName, unknown][]) {
    if (value === undefined) continue;
    if (name === 'q') addSearch(where, String(value), reach);
    else if (name === 'place') addPlace(where, String(value), reach);
    else addEntry(where, CASE_FILTERS[name], comparable(name, value), now);
  }
  return where;
}

function addEntry(where: Conditions, { kind, sql }: FilterEntry, value: unknown, now: Date): void {
  const clause = sql.includes('@now') ? sql.replaceAll('@now', `${where.bind(now)}::timestamptz`) : sql;
  if (clause.includes('?')) where.addIf(value, clause);
  else where.add(kind === 'flag' && value === false ? `not (${clause})` : clause);
}

/** Cases whose words are counted at most. */
export const MOST_COUNTED = 10_000;
/** What people type of a case's number: its beginning or its end. */
const PART_OF_NUMBER = /^[a-z0-9]{4,}$/;

function addSearch(where: Conditions, q: string, reach: Reach): void {
  const said = plainText(q);
  const patterns = said.split(/\s+/).filter(Boolean).map(containing);
  const number = PART_OF_NUMBER.test(said) ? numbered(where, said.toUpperCase()) : undefined;
  const every = where.bind(patterns);
  if (reach === 'near') {
    const found = `exists (select 1 from report_texts t where t.case_id = c.case_id and t.said like all(${every}::text[]))`;
    where.add(number === undefined ? found : `${found} or ${number('c')}`);
    return;
  }
  const found = `select t.case_id from report_texts t where t.grams @> ${where.bind(gramsOf(said))}::int[] and t.said like all(${every}::text[])`;
  const all = number === undefined ? [found] : [found, `select n.case_id from case_search n where ${number('n')}`];
  const enough = reach === 'count' ? all.map((one) => `(${one} limit ${MOST_COUNTED + 1})`) : all;
  where.add(`c.case_id in (${enough.join(' union all ')})`);
}

function numbered(where: Conditions, number: string): (row: string) => string {
  const [begins, ends] = [where.bind(`${number}%`), where.bind(`${[...number].reverse().join('')}%`)];
  return (row) => `${row}.number like ${begins} or reverse(${row}.number) like ${ends}`;
}

function addPlace(where: Conditions, place: string, reach: Reach): void {
  const said = plainText(place);
  where.add('c.address like ?', containing(said));
  if (reach !== 'near') where.add('c.case_id in (select t.case_id from report_texts t where t.grams @> ?::int[])', gramsOf(said));
}

const containing = (text: string): string => `%${text.replace(/[\\%_]/g, String.raw`\$&`)}%`;

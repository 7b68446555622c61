import type { Reference } from '../api/answers';
import type { Facets, FilterView } from '../api/desk-answers';
import { tOr } from '../words/words';

export interface FilterChoice {
  readonly value: string;
  readonly label: string;
  /** How many cases it would leave; absent where nothing is counted. */
  readonly count?: number;
}

/** Where the words of a filter's fixed values stand. */
const WORDS: Readonly<Record<string, string>> = {
  ...{ rule: 'case.rule', overdue: 'clock', supervision: 'level', clock: 'cases.colour', needs: 'cases.need' },
};

const DEPARTMENTS = ['department', 'lead', 'coHandler', 'involves', 'returnedBy', 'whistleBy'];

/** What a value of a filter is called. */
export function valueLabel(name: string, value: string, reference: Reference): string {
  return (
    namesOf(name, reference).find((choice) => choice.value === value)?.label ?? tOr(`${WORDS[name] ?? name}.${value}`, value)
  );
}

/** All values of a filter that are known, with their counts; what is counted and not known comes last. */
export function choicesOf({ name, values = [] }: FilterView, reference: Reference, facets: Facets | undefined): FilterChoice[] {
  const counted = facets?.facets.find(({ filter }) => filter === name)?.values;
  const countOf = new Map(counted?.map(({ value, count }) => [value, count]));
  const fixed = values.map((value) => ({ value, label: valueLabel(name, value, reference) }));
  const known = [...fixed, ...namesOf(name, reference)];
  const others = (counted ?? []).filter(({ value }) => !known.some((choice) => choice.value === value));
  return [
    ...known,
    ...others.map(({ value, name: label }) => ({ value, label: label ?? valueLabel(name, value, reference) })),
  ].map((choice) => (counted ? { ...choice, count: countOf.get(choice.value) ?? 0 } : choice));
}

function namesOf(name: string, { departments, partners, categories, streets, platforms }: Reference): FilterChoice[] {
  const named = (all: readonly { id: string; name: string }[]) => all.map(({ id, name: label }) => ({ value: id, label }));
  if (DEPARTMENTS.includes(name)) return named(departments);
  if (name === 'platform') return named(platforms);
  if (name === 'claimedBy') return named(partners);
  if (name === 'street') return streets.map((street) => ({ value: street, label: street }));
  if (name === 'category') return categories.map(({ code, name: label }) => ({ value: code, label }));
  if (name === 'class') return [...new Map(categories.map(({ code, className }) => [code.slice(0, 3), className]))].map(toChoice);
  return [];
}

const toChoice = ([value, label]: readonly [string, string]): FilterChoice => ({ value, label });

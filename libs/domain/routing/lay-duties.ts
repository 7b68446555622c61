import type { CategoryCode, DepartmentId } from '../ids.js';
import type { Duty } from './duty-list.js';

/** A line of the default list: holds everywhere, and says who is asked first. */
export type DefaultDuty = Duty & Required<Pick<Duty, 'list' | 'first'>>;

/**
 * The default list with a city's own lines laid over it. An own line without a place replaces what the list says of its
 * category; one with a place wins there. What is territory first goes to the office of each street, and beyond the streets,
 * or after a return, to the lead the list names.
 */
export function layDuties(
  list: readonly DefaultDuty[],
  own: readonly Duty[],
  territory: ReadonlyMap<string, DepartmentId>,
): readonly Duty[] {
  const everywhere = new Set(own.flatMap(({ category, street, community }) => ((street ?? community) ? [] : [category])));
  const streets = new Set(
    own.flatMap(({ category, street, community }) => (street && !community ? [keyOf(category, street)] : [])),
  );
  const kept = list.filter(({ category }) => !everywhere.has(category));
  return [
    ...kept.flatMap((duty) => [
      duty,
      ...officesOf(duty, territory).filter(({ category, street }) => !streets.has(keyOf(category, street))),
    ]),
    ...own,
  ];
}

const keyOf = (category: CategoryCode, street: string): string => `${category} ${street}`;

function officesOf(
  duty: DefaultDuty,
  territory: ReadonlyMap<string, DepartmentId>,
): readonly (Duty & { readonly street: string })[] {
  if (duty.first === 'owner') return [];
  const helpers = [duty.lead, ...duty.coHandlers];
  return [...territory].map(([street, office]) => ({
    ...duty,
    street,
    lead: office,
    coHandlers: helpers.filter((helper) => helper !== office),
    supervisor: duty.supervisor ?? duty.lead,
  }));
}

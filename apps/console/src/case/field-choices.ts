import type { CaseFacts, Reference, Route } from '../api/answers';
import { shortTime } from '../parts/local-time';
import { tOr } from '../words/words';
import type { CommandField } from './command-fields';

/** What the fields look at of a case, and of its route. */
export type FieldCase = Pick<CaseFacts, 'lead'> & {
  readonly proceedings: Pick<CaseFacts['proceedings'], 'whistles' | 'meetings' | 'commitments'>;
};
export type FieldRoute = Pick<Route, 'candidates'>;

export interface FieldChoice {
  value: string | number;
  label: string;
  /** How sure routing is of a department. */
  confidence?: number;
}

/** What can be chosen in a field; undefined where something is written into it. */
export function choicesOf(
  { kind, choices = [], words }: CommandField,
  { proceedings, lead }: FieldCase,
  route: FieldRoute,
  { departments, partners, own }: Reference & { readonly own: readonly string[] },
): FieldChoice[] | undefined {
  const named = departments.map(({ id, name }) => ({ value: id, label: name }));
  const nameOf = (id: string): string => departments.find((department) => department.id === id)?.name ?? id;
  switch (kind) {
    case 'pick':
      return choices.map((choice) => ({ value: choice, label: tOr(`${words}.${choice}`, choice) }));
    case 'department': {
      // The departments routing thought of first, then all the others; never the one that has the case already.
      const rank = new Map(route.candidates.map(({ department, confidence }) => [department, confidence]));
      return named
        .filter(({ value }) => value !== lead?.id)
        .map((choice) => ({ ...choice, confidence: rank.get(choice.value) }))
        .sort((a, b) => (b.confidence ?? -1) - (a.confidence ?? -1));
    }
    case 'street': {
      const streets = departments.filter((department) => department.kind === 'street');
      return (streets.length > 0 ? streets : departments).map(({ id, name }) => ({ value: id, label: name }));
    }
    case 'departments':
      return named;
    case 'names':
      return departments.map(({ name }) => ({ value: name, label: name }));
    case 'partner':
      return partners.map(({ name }) => ({ value: name, label: name }));
    case 'call':
      return proceedings.whistles.flatMap(({ id, calls }) =>
        calls
          .filter(({ checkedInAt }) => checkedInAt)
          .map(({ department }) => ({ value: `${id}/${department}`, label: `${id} · ${nameOf(department)}` })),
      );
    case 'meeting':
      return proceedings.meetings
        .filter(({ decision }) => decision === undefined)
        .map(({ id, subject, at }) => ({ value: id, label: `${subject} · ${shortTime(at)}` }));
    case 'own-call':
      return proceedings.whistles
        .filter(({ calls }) => calls.some((call) => own.includes(call.department) && !call.checkedInAt))
        .map(({ id, because }) => ({ value: id, label: because }));
    case 'own-commitment':
      return proceedings.commitments
        .filter(({ department, keptAt }) => own.includes(department) && !keptAt)
        .map(({ id, what, dueAt }) => ({ value: id, label: `${what} · ${shortTime(dueAt)}` }));
    default:
      return undefined;
  }
}

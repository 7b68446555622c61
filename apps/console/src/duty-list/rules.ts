import type { DutyEdit, DutyRule, OwnDuties } from '../api/desk-answers';
import { useReference } from '../stores/reference';
import { t } from '../words/words';

/** What can be said of duties, most often said first. */
export const RULE_KINDS = ['line', 'territory', 'component-owner', 'backstop'] as const satisfies readonly DutyRule['what'][];

/** Own duties rule by rule. */
export const rulesOf = ({ duties, territory, componentOwners, backstop }: OwnDuties): DutyRule[] => [
  ...duties.map((line) => ({ what: 'line' as const, ...line })),
  ...Object.entries(territory).map(([street, office]) => ({ what: 'territory' as const, street, office })),
  ...componentOwners.map((owner) => ({ what: 'component-owner' as const, ...owner })),
  ...(backstop === undefined ? [] : [{ what: 'backstop' as const, department: backstop }]),
];

/** The same changes for another version: what was new is put, what was gone is removed. */
export const editsOf = (changes: readonly { before?: DutyRule; after?: DutyRule }[]): DutyEdit[] =>
  changes.flatMap(({ before, after }): DutyEdit[] => {
    if (after) return [{ op: 'put', rule: after }];
    return before ? [{ op: 'remove', rule: before }] : [];
  });

/** The words of rules, with the city's names. */
export function useRuleWords() {
  const reference = useReference();
  const categoryOf = (code: string): string =>
    [code, reference.value.categories.find((category) => category.code === code)?.name].filter(Boolean).join(' ');

  /** What a rule is about. */
  function about(rule: DutyRule): string {
    switch (rule.what) {
      case 'line': {
        const place = [rule.street, rule.community].filter(Boolean).join(' ') || t('duties.everywhere');
        return `${categoryOf(rule.category)} · ${place}`;
      }
      case 'territory':
        return `${rule.street} · ${t('duties.what.territory')}`;
      case 'component-owner':
        return `${t('duties.what.component-owner')} ${rule.prefix}`;
      case 'backstop':
        return t('duties.what.backstop');
    }
  }

  /** Who it gives that to. */
  function who(rule: DutyRule): string {
    switch (rule.what) {
      case 'line': {
        const helpers = (rule.coHandlers ?? []).map((id) => reference.department(id)).join('、');
        const supervisor = rule.supervisor && `${t('duties.supervisor')} ${reference.department(rule.supervisor)}`;
        return [reference.department(rule.lead), helpers && `${t('case.coHandlers')} ${helpers}`, supervisor]
          .filter(Boolean)
          .join('；');
      }
      case 'territory':
        return reference.department(rule.office);
      case 'component-owner':
        return reference.department(rule.owner);
      case 'backstop':
        return reference.department(rule.department);
    }
  }

  return { about, who, categoryOf };
}

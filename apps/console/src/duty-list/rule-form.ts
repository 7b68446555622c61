import type { DutyRule } from '../api/desk-answers';

/** What stands in the fields of a rule; each kind looks at its own. */
export interface RuleForm {
  what: DutyRule['what'];
  category: string;
  street: string;
  community: string;
  prefix: string;
  department: string;
  coHandlers: string[];
  supervisor: string;
}

const EMPTY: RuleForm = {
  ...{ what: 'line', category: '', street: '', community: '', prefix: '', department: '', coHandlers: [], supervisor: '' },
};

/** The fields of a rule that is to be changed; of a new one without it. */
export function formOf(rule?: DutyRule): RuleForm {
  if (!rule) return { ...EMPTY, coHandlers: [] };
  switch (rule.what) {
    case 'line': {
      const { street = '', community = '', coHandlers = [], supervisor = '' } = rule;
      return {
        ...EMPTY,
        ...{ what: rule.what, category: rule.category, street, community, supervisor },
        ...{ department: rule.lead, coHandlers: [...coHandlers] },
      };
    }
    case 'territory':
      return { ...formOf(), what: rule.what, street: rule.street, department: rule.office };
    case 'component-owner':
      return { ...formOf(), what: rule.what, prefix: rule.prefix, department: rule.owner };
    case 'backstop':
      return { ...formOf(), what: rule.what, department: rule.department };
  }
}

/** The rule that was filled in; undefined while something is missing. */
export function ruleOf({
  what,
  category,
  street,
  community,
  prefix,
  department,
  coHandlers,
  supervisor,
}: RuleForm): DutyRule | undefined {
  if (!department) return undefined;
  switch (what) {
    case 'line': {
      if (!category) return undefined;
      const place = { ...(street && { street }), ...(street && community.trim() && { community: community.trim() }) };
      return { what, category, ...place, lead: department, coHandlers, ...(supervisor && { supervisor }) };
    }
    case 'territory':
      return street ? { what, street, office: department } : undefined;
    case 'component-owner':
      return prefix.trim() ? { what, prefix: prefix.trim(), owner: department } : undefined;
    case 'backstop':
      return { what, department };
  }
}

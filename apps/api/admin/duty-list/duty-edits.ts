import { RejectedError } from '#domain/errors.js';
import type { DutyEdit, DutyRule } from '#domain/routing/own-duties.js';
import type { DutyEditDto, DutyRuleDto } from './duty-list.dto.js';

/** The edits of a request. */
export const toEdits = (edits: readonly DutyEditDto[]): DutyEdit[] =>
  edits.map(({ op, rule }, index) => ({
    op,
    rule: toRule(rule, (field) => naming(op, rule[field], `edits.${index}.rule.${field}`)),
  }));

/** Who it is given to: needed to put a rule, not to remove one. */
function naming(op: DutyEdit['op'], name: string | undefined, path: string): string {
  if (name === undefined && op === 'put') {
    throw new RejectedError('REQUEST_INVALID', `${path}: say which department`, { details: { [path]: 'say which department' } });
  }
  return name ?? '';
}

function toRule(
  { what, category = '', street, community, coHandlers, supervisor, prefix = '' }: DutyRuleDto,
  unit: (field: 'lead' | 'owner' | 'office' | 'department') => string,
): DutyRule {
  switch (what) {
    case 'line': {
      const place = { ...(street !== undefined && { street }), ...(community !== undefined && { community }) };
      return {
        what,
        category,
        ...place,
        lead: unit('lead'),
        coHandlers: coHandlers ?? [],
        ...(supervisor !== undefined && { supervisor }),
      };
    }
    case 'component-owner':
      return { what, prefix, owner: unit('owner') };
    case 'territory':
      return { what, street: street ?? '', office: unit('office') };
    case 'backstop':
      return { what, department: unit('department') };
  }
}

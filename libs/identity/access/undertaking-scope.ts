import type { CaseScope, ScopeCondition } from './case-scope.js';

/** Rows of `undertakings` under the alias `u` that somebody of that scope sees: a department those it answers for, a street its lists. */
export function undertakingCondition(scope: CaseScope): ScopeCondition {
  switch (scope.kind) {
    case 'all':
      return { sql: 'true', values: [] };
    case 'department':
      return { sql: 'u.owner = any(?::text[])', values: [scope.ids] };
    case 'street':
      return { sql: 'u.street = any(?::text[])', values: [scope.names] };
    case 'grid':
      return { sql: 'false', values: [] };
  }
}

/** Whose cases somebody sees: all, or those of some departments (by id), streets (by name) or grids (by code). */
export type CaseScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'department'; readonly ids: readonly string[] }
  | { readonly kind: 'street'; readonly names: readonly string[] }
  | { readonly kind: 'grid'; readonly codes: readonly string[] };

/** What a scope looks at in a case. */
export interface CaseFacts {
  readonly lead?: string | null;
  readonly coHandlers: readonly string[];
  readonly street?: string | null;
  readonly gridCode?: string | null;
  readonly proceedings?: {
    readonly whistles?: readonly { readonly calls: readonly { readonly department: string }[] }[];
    readonly commitments?: readonly { readonly department: string }[];
  } | null;
}

/** A condition for a where clause; each `?` stands for the next of `values`. */
export interface ScopeCondition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Whether somebody of that scope sees the case. `scopeCondition` says the same to PostgreSQL. */
export function seesCase(scope: CaseScope, facts: CaseFacts): boolean {
  switch (scope.kind) {
    case 'all':
      return true;
    case 'department':
      return departmentsOf(facts).some((department) => scope.ids.includes(department));
    case 'street':
      return facts.street != null && scope.names.includes(facts.street);
    case 'grid':
      return facts.gridCode != null && scope.codes.includes(facts.gridCode);
  }
}

/** 主办, 协办, 吹哨 called, or with a 承诺事项. */
function departmentsOf({ lead, coHandlers, proceedings }: CaseFacts): string[] {
  const called = (proceedings?.whistles ?? []).flatMap(({ calls }) => calls.map(({ department }) => department));
  const promised = (proceedings?.commitments ?? []).map(({ department }) => department);
  return [...(lead == null ? [] : [lead]), ...coHandlers, ...called, ...promised];
}

/** A path into the proceedings is a value of its own: the `?` in it would be taken for a place. */
const CALLED = '$.whistles[*].calls[*].department ? (@ == $ids[*])';
const PROMISED = '$.commitments[*].department ? (@ == $ids[*])';

/** Rows of `cases` under the alias `c` that somebody of that scope sees. */
export function scopeCondition(scope: CaseScope): ScopeCondition {
  switch (scope.kind) {
    case 'all':
      return { sql: 'true', values: [] };
    case 'department':
      return departmentCondition(scope.ids);
    case 'street':
      return { sql: 'c.street = any(?::text[])', values: [scope.names] };
    case 'grid':
      return { sql: 'c.grid_code = any(?::text[])', values: [scope.codes] };
  }
}

function departmentCondition(ids: readonly string[]): ScopeCondition {
  const around = `jsonb_path_exists(c.proceedings, ?::jsonpath, jsonb_build_object('ids', to_jsonb(?::text[])))`;
  return {
    sql: `c.lead = any(?::text[]) or c.co_handlers && ?::text[] or ${around} or ${around}`,
    values: [ids, ids, CALLED, ids, PROMISED, ids],
  };
}

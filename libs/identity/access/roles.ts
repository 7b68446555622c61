import type { CaseScope } from './case-scope.js';

/** 值班调度, 督办, 承办部门, 街道, 网格员, 审计, 管理员. */
export const ROLES = ['dispatcher', 'supervisor', 'department', 'street', 'grid-worker', 'auditor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const SCOPE_KINDS = ['all', 'department', 'street', 'grid'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** How a role is called on the page. */
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  dispatcher: '调度员',
  supervisor: '督办员',
  department: '承办部门',
  street: '街道',
  'grid-worker': '网格员',
  auditor: '审计员',
  admin: '管理员',
};

/** Which scopes go with a role: nobody of a department sees the whole city, and an admin is never half an admin. */
export const SCOPES_OF_ROLE: Readonly<Record<Role, readonly ScopeKind[]>> = {
  dispatcher: ['all', 'street'],
  supervisor: ['all', 'street'],
  department: ['department'],
  street: ['street'],
  'grid-worker': ['grid'],
  auditor: ['all', 'department', 'street'],
  admin: ['all'],
};

/** What somebody is and whose cases they see. */
export interface Standing {
  readonly role: Role;
  readonly scope: CaseScope;
}

/** A scope as tables and requests write it; `ids` is empty for `all`. */
export interface WrittenScope {
  readonly kind: string;
  readonly ids: readonly string[];
}

/** The standing that a role and a scope in writing make together; undefined when they do not go together. */
export function readStanding(role: string, { kind, ids }: WrittenScope): Standing | undefined {
  if (!isRole(role) || !SCOPES_OF_ROLE[role].some((allowed) => allowed === kind)) return undefined;
  const isEmpty = ids.length === 0;
  if (isEmpty !== (kind === 'all')) return undefined;
  return { role, scope: readScope(kind as ScopeKind, ids) };
}

function readScope(kind: ScopeKind, ids: readonly string[]): CaseScope {
  switch (kind) {
    case 'all':
      return { kind };
    case 'department':
      return { kind, ids };
    case 'street':
      return { kind, names: ids };
    case 'grid':
      return { kind, codes: ids };
  }
}

/** As it is written down. */
export function writeScope(scope: CaseScope): WrittenScope {
  switch (scope.kind) {
    case 'all':
      return { kind: 'all', ids: [] };
    case 'department':
      return { kind: 'department', ids: scope.ids };
    case 'street':
      return { kind: 'street', ids: scope.names };
    case 'grid':
      return { kind: 'grid', ids: scope.codes };
  }
}

const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);

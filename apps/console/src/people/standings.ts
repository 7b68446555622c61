import type { components } from '../api/schema.js';

type NewPerson = components['schemas']['NewPersonDto'];
export type Role = NewPerson['role'];
export type ScopeKind = NewPerson['scope']['kind'];

/** Which scopes go with a role, as the hub has it (a spec compares). */
export const SCOPES_OF_ROLE: Readonly<Record<Role, readonly ScopeKind[]>> = {
  dispatcher: ['all', 'street'],
  supervisor: ['all', 'street'],
  department: ['department'],
  street: ['street'],
  'grid-worker': ['grid'],
  auditor: ['all', 'department', 'street'],
  admin: ['all'],
};
export const ROLES = Object.keys(SCOPES_OF_ROLE) as Role[];

/** Role and scope as a form holds them. */
export interface Standing {
  role: Role;
  scope: { kind: ScopeKind; ids: string[] };
}

/** Whether it can be sent: a scope that is not everything names something. */
export const isWhole = ({ scope }: Standing): boolean => scope.kind === 'all' || scope.ids.length > 0;

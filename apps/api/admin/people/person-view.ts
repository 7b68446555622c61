import type { Role } from '#identity/access/roles.js';
import { ROLE_LABELS } from '#identity/access/roles.js';
import type { Person } from '#storage/people/people-book.js';

/** Somebody as the people's page shows them; no hash and no secret leaves. */
export function personView({ scopeKind, scopeIds, ...person }: Person) {
  return { ...person, roleLabel: ROLE_LABELS[person.role as Role], scope: { kind: scopeKind, ids: scopeIds } };
}

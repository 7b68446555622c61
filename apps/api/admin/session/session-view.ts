import { permissionsOf } from '#identity/access/permissions.js';
import { ROLE_LABELS, writeScope } from '#identity/access/roles.js';
import type { SignedIn } from './signed-in.js';
import { ownSession } from './signed-in.js';

/** Who is signed in, as the page draws its menu by it. */
export function sessionView(who: SignedIn) {
  const { id, name, role, scope } = who;
  const { expiresAt, mustChange, hasSecondFactor } = ownSession(who);
  const standing = { role, roleLabel: ROLE_LABELS[role], scope: writeScope(scope), permissions: permissionsOf(who) };
  return { id, name, ...standing, mustChange, hasSecondFactor, expiresAt };
}

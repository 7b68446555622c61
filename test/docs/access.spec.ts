import { describe, expect, it } from '@jest/globals';
import { PERMISSIONS } from '#identity/access/permissions.js';
import type { Rule } from '#identity/access/permissions.js';
import { ROLE_LABELS, ROLES, SCOPES_OF_ROLE } from '#identity/access/roles.js';
import { readDocument, readTable } from './document.js';

describe('docs/access.md', () => {
  const document = readDocument('docs/access.md');

  it('names every role and the scopes that go with it', () => {
    const rows = ROLES.map((role) => [role, ROLE_LABELS[role], SCOPES_OF_ROLE[role].join(', ')]);
    expect(readTable(document, 'role', 'called')).toEqual(rows);
  });

  it('shows who has which permission', () => {
    const rules: [string, Rule][] = Object.entries(PERMISSIONS);
    const rows = rules.map(([name, { label, reach, roles }]) => [
      name,
      label,
      reach,
      ...ROLES.map((role) => (roles.includes(role) ? '✓' : '')),
    ]);
    expect(readTable(document, 'permission', 'what it lets somebody do', 'reach', ...ROLES)).toEqual(rows);
  });
});

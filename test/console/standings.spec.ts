import { describe, expect, it } from '@jest/globals';
import { ROLES, SCOPES_OF_ROLE } from '#identity/access/roles.js';
import { isWhole, ROLES as OFFERED, SCOPES_OF_ROLE as OFFERED_SCOPES } from '../../apps/console/src/people/standings.js';

describe('the form of roles and scopes', () => {
  it('offers what the hub takes', () => {
    expect(OFFERED).toEqual([...ROLES]);
    expect(OFFERED_SCOPES).toEqual(SCOPES_OF_ROLE);
  });

  it('is whole when a scope that is not everything names something', () => {
    expect(isWhole({ role: 'admin', scope: { kind: 'all', ids: [] } })).toBe(true);
    expect(isWhole({ role: 'department', scope: { kind: 'department', ids: ['gas-supply'] } })).toBe(true);
    expect(isWhole({ role: 'department', scope: { kind: 'department', ids: [] } })).toBe(false);
  });
});

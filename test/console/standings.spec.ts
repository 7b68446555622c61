import { describe, expect, it } from '@jest/globals';
import { ROLE_LABELS, ROLES, SCOPES_OF_ROLE } from '#identity/access/roles.js';
import { isWhole, ROLES as OFFERED, SCOPES_OF_ROLE as OFFERED_SCOPES } from '../../apps/console/src/people/standings.js';
import { zhCn } from '../../apps/console/src/words/zh-cn.js';

describe('the form of roles and scopes', () => {
  it('offers what the hub takes', () => {
    expect(OFFERED).toEqual([...ROLES]);
    expect(OFFERED_SCOPES).toEqual(SCOPES_OF_ROLE);
  });

  it('calls the roles as the hub does', () => {
    expect(ROLES.map((role) => zhCn[`role.${role}`])).toEqual(ROLES.map((role) => ROLE_LABELS[role]));
  });

  it('is whole when a scope that is not everything names something', () => {
    expect(isWhole({ role: 'admin', scope: { kind: 'all', ids: [] } })).toBe(true);
    expect(isWhole({ role: 'department', scope: { kind: 'department', ids: ['gas-supply'] } })).toBe(true);
    expect(isWhole({ role: 'department', scope: { kind: 'department', ids: [] } })).toBe(false);
  });
});

import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '#config/load-config.js';
import { identitySettingsOf } from './identity-settings-of.js';

const OIDC = {
  HUB_OIDC_ISSUER: 'https://id.example',
  HUB_OIDC_CLIENT_ID: 'huiliu',
  HUB_OIDC_CLIENT_SECRET: 's',
  HUB_PUBLIC_URL: 'https://hub.example/',
};
const settings = (environment: Record<string, string>) => identitySettingsOf(loadConfig(environment).identity);

describe('the settings of the identity provider', () => {
  it('are none unless there is one', () => {
    expect(settings({})).toEqual({ idleMinutes: 30, publicUrl: undefined });
  });

  it('say what a claim makes somebody, in order', () => {
    const roles = '{"staff":{"role":"department","scope":{"kind":"department","ids":["transport"]}},"boss":{"role":"admin"}}';
    const { oidc, publicUrl } = settings({ ...OIDC, HUB_OIDC_ROLES: roles });
    expect(publicUrl).toBe('https://hub.example');
    expect([...(oidc?.standings ?? [])]).toEqual([
      ['staff', { role: 'department', scope: { kind: 'department', ids: ['transport'] } }],
      ['boss', { role: 'admin', scope: { kind: 'all' } }],
    ]);
  });

  it.each([
    'admin',
    '[]',
    '{"x":null}',
    '{"x":{"role":"god"}}',
    '{"x":{"role":"department"}}',
    '{"x":{"role":"street","scope":{"kind":"all"}}}',
  ])('are refused as %s', (roles) => {
    expect(() => settings({ ...OIDC, HUB_OIDC_ROLES: roles })).toThrow('HUB_OIDC_ROLES');
  });

  it('are asked for whole', () => {
    expect(() => loadConfig({ HUB_OIDC_ISSUER: 'https://id.example' })).toThrow('HUB_OIDC_CLIENT_ID');
  });
});

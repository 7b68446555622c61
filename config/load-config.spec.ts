import { describe, expect, it } from '@jest/globals';
import { isAbsolute } from 'node:path';
import { type ConfigInvalidError, formatFault } from './config-fault.js';
import { describeConfig } from './describe-config.js';
import { loadConfig } from './load-config.js';

function faultsOf(env: Record<string, string>): string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    return (error as ConfigInvalidError).faults.map(formatFault);
  }
}

describe('loadConfig', () => {
  it('runs every role on the embedded database by default', () => {
    const config = loadConfig({});
    expect(config.roles).toEqual(['sync', 'pipeline', 'delivery', 'api']);
    expect(config.http).toMatchObject({ port: 8090, host: '127.0.0.1', trustedProxies: [] });
    expect(config.storage.databaseUrl).toBeUndefined();
    expect(isAbsolute(config.folders.data)).toBe(true);
    expect(config.folders.config.endsWith('config/demo')).toBe(true);
  });

  it('takes values from the environment', () => {
    const config = loadConfig({
      HUB_ROLES: 'sync, api',
      HUB_PORT: '0',
      HUB_RETRY_SECONDS: '1,2.5',
      REDIS_URL: 'redis://127.0.0.1:6379',
    });
    expect(config.roles).toEqual(['sync', 'api']);
    expect(config.http.port).toBe(0);
    expect(config.delivery.retrySeconds).toEqual([1, 2.5]);
    expect(config.storage.redisUrl).toBe('redis://127.0.0.1:6379');
  });

  it('takes an empty variable as not set', () => {
    expect(loadConfig({ HUB_PORT: '', DATABASE_URL: '' }).http.port).toBe(8090);
  });

  it('reports every variable that cannot be used, by its name', () => {
    expect(faultsOf({ HUB_PORT: 'http', HUB_ROLES: 'sync,cook', HUB_RETRY_SECONDS: '1,soon' })).toEqual([
      'environment HUB_ROLES: it must be a comma list of sync, pipeline, delivery, api',
      'environment HUB_PORT: it must be an integer number',
      'environment HUB_RETRY_SECONDS: each value in it must be a number conforming to the specified constraints',
    ]);
  });
});

describe('describeConfig', () => {
  it('shows values by variable and hides what is secret', () => {
    const described = describeConfig(loadConfig({ DATABASE_URL: 'postgres://hub:secret@db/hub', HUB_PORT: '9000' }));
    expect(described).toMatchObject({ HUB_PORT: 9000, DATABASE_URL: 'set', REDIS_URL: 'unset' });
    expect(JSON.stringify(described)).not.toContain('secret@');
  });
});

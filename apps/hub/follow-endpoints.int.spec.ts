import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EndpointDirectory } from '#pipeline/endpoint-directory.js';
import type { EndpointRig } from '#test/support/endpoint-rig.js';
import { FIRST_SECRET, endpointRig } from '#test/support/endpoint-rig.js';
import { until } from '#test/support/until.js';
import { FollowEndpoints } from './follow-endpoints.js';

describe('another process', () => {
  let rig: EndpointRig;
  let there: EndpointDirectory;
  let following: FollowEndpoints;
  const warned: string[] = [];
  beforeEach(async () => {
    rig = await endpointRig();
    await rig.seed({ url: 'https://a.example/hook' });
    there = new EndpointDirectory(rig.book, rig.clock);
    await there.refresh();
    const logger = { log: () => undefined, error: () => undefined, warn: (_: unknown, line: string) => void warned.push(line) };
    following = new FollowEndpoints(there, logger);
    await following.onApplicationBootstrap();
  });
  afterEach(async () => {
    following.beforeApplicationShutdown();
    await rig.close();
  });

  it('follows a change, a rotation and a stop made here, and keeps what it knew while the database is away', async () => {
    const { key } = await rig.desk.rotate('gas-supply', 'shared', 3_600_000, 'li');
    await rig.desk.change('gas-supply', { url: 'https://b.example/hook', state: 'disabled' }, 'li');
    const followed = await until(async () => {
      const endpoint = there.find('gas-supply');
      return endpoint?.state === 'disabled' ? endpoint : undefined;
    });
    expect(followed.url).toBe('https://b.example/hook');
    expect(there.of('gas-supply')).toEqual([key, FIRST_SECRET]);

    await rig.source.query('alter table endpoints rename to endpoints_away');
    await until(async () => warned.length > 0);
    expect(warned[0]).toBe('endpoints could not be read');
    expect(there.of('gas-supply')).toHaveLength(2);
  });
});

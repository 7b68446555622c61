import { describe, expect, it } from '@jest/globals';
import { refusedRange } from './address-guard.js';

describe('the ranges of the guard', () => {
  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['::1', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['::ffff:7f00:1', 'loopback'],
    ['10.1.2.3', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.0.1', 'private'],
    ['100.64.0.1', 'private'],
    ['fd12:3456::1', 'private'],
    ['::ffff:10.0.0.1', 'private'],
    ['169.254.1.1', 'link-local'],
    ['fe80::1%eth0', 'link-local'],
    ['169.254.169.254', 'metadata service'],
    ['100.100.100.200', 'metadata service'],
    ['::ffff:169.254.169.254', 'metadata service'],
    ['fd00:ec2::254', 'metadata service'],
    ['0.0.0.0', 'unspecified'],
    ['::', 'unspecified'],
    ['224.0.0.1', 'multicast or reserved'],
    ['255.255.255.255', 'multicast or reserved'],
    ['ff02::1', 'multicast or reserved'],
    ['64:ff9b::a00:1', 'translated'],
    ['2002:a00:1::1', 'translated'],
    ['::10.0.0.1', 'translated'],
  ])('%s is %s', (address, range) => {
    expect(refusedRange(address, false)).toBe(range);
  });

  it.each(['1.1.1.1', '172.32.0.1', '100.128.0.1', '223.5.5.5', '2400:3200::1', '::ffff:1.1.1.1'])('%s is open', (address) => {
    expect(refusedRange(address, false)).toBeUndefined();
  });

  it.each(['127.0.0.1', '10.1.2.3', '192.168.0.1', '100.64.0.1', 'fd12:3456::1', '::1'])(
    '%s opens to an endpoint on the intranet',
    (address) => {
      expect(refusedRange(address, true)).toBeUndefined();
    },
  );

  it.each(['169.254.169.254', '100.100.100.200', 'fd00:ec2::254', 'fe80::1', '0.0.0.0', '224.0.0.1', '64:ff9b::a00:1'])(
    '%s stays shut to everybody',
    (address) => {
      expect(refusedRange(address, true)).toBeDefined();
    },
  );
});

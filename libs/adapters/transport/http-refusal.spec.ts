import { expect, it } from '@jest/globals';
import { refusal } from './http-refusal.js';

const names = { platform: 'P', credential: 'apiKey', address: 'http://p.example/api' };
const now = new Date('2026-11-22T04:00:00Z');

it.each([
  [301, 'OperatorError', 'PLATFORM_ADDRESS_WRONG'],
  [400, 'RejectedError', 'PLATFORM_REQUEST_REFUSED'],
  [401, 'OperatorError', 'PLATFORM_CREDENTIAL_REFUSED'],
  [403, 'OperatorError', 'PLATFORM_CREDENTIAL_REFUSED'],
  [404, 'OperatorError', 'PLATFORM_ADDRESS_WRONG'],
  [407, 'OperatorError', 'PLATFORM_PROXY_REFUSED'],
  [408, 'TransientError', 'PLATFORM_BUSY'],
  [409, 'RejectedError', 'PLATFORM_REQUEST_REFUSED'],
  [422, 'RejectedError', 'PLATFORM_REQUEST_REFUSED'],
  [429, 'TransientError', 'PLATFORM_RATE_LIMITED'],
  [500, 'TransientError', 'PLATFORM_BUSY'],
  [503, 'TransientError', 'PLATFORM_BUSY'],
])('HTTP %i is a %s %s', (status, name, code) => {
  expect(refusal(status, {}, names, now)).toMatchObject({ name, code });
});

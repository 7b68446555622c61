import { expect, it } from '@jest/globals';
import { rateWindow } from './rate-headers.js';

const now = new Date('2026-11-22T04:00:00Z');

it.each([
  [
    { 'x-ratelimit-remaining': '7', 'x-ratelimit-reset': '30' },
    { left: 7, endsInSeconds: 30 },
  ],
  [
    { 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': '1795320060' },
    { left: 0, endsInSeconds: 60 },
  ],
  [
    { 'ratelimit-remaining': '3', 'ratelimit-reset': '1795320060000' },
    { left: 3, endsInSeconds: 60 },
  ],
  [{ ratelimit: 'limit=100, remaining=50, reset=5' }, { left: 50, endsInSeconds: 5 }],
  [{ ratelimit: '"default";r=50;t=30' }, { left: 50, endsInSeconds: 30 }],
  [{ ratelimit: ['"day";r=1;t=999999999'] }, { left: 1, endsInSeconds: 86_400 }],
  [
    { 'x-ratelimit-remaining': '4', 'x-ratelimit-reset': '1795310000' },
    { left: 4, endsInSeconds: 0 },
  ],
])('reads %j', (headers, window) => {
  expect(rateWindow(headers, now)).toEqual(window);
});

it.each([
  {},
  { 'x-ratelimit-remaining': '7' },
  { 'x-ratelimit-reset': '30' },
  { 'x-ratelimit-remaining': 'many', 'x-ratelimit-reset': 'soon' },
  { 'x-ratelimit-remaining': '-1', 'x-ratelimit-reset': '30' },
  { ratelimit: 'limit=100' },
])('takes %j for nothing', (headers) => {
  expect(rateWindow(headers, now)).toBeUndefined();
});

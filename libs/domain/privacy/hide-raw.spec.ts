import { describe, expect, it } from '@jest/globals';
import { hideRaw } from './hide-raw.js';

describe('a raw record', () => {
  it.each([
    [
      '{"callerName":"温如玉","callerPhone":"13800001234","title":"路灯不亮"}',
      '{"callerName":"温**","callerPhone":"138****1234","title":"路灯不亮"}',
    ],
    ['<name>温如玉</name><street>湖岛街道</street>', '<name>温**</name><street>湖岛街道</street>'],
    ['H1,温如玉,13800001234,路灯不亮', 'H1,温**,138****1234,路灯不亮'],
  ])('%s is shown as %s', (raw, shown) => {
    expect(hideRaw(raw)).toBe(shown);
  });
});

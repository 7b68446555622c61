import { describe, expect, it } from '@jest/globals';
import { asciiNumber } from './chinese-number.js';

describe('asciiNumber', () => {
  it.each([
    ['十', '10'],
    ['十三', '13'],
    ['二十', '20'],
    ['三十六', '36'],
    ['一百零八', '108'],
    ['一〇八', '108'],
    ['两百', '200'],
    ['012', '12'],
    ['g2', 'g2'],
    ['0', '0'],
  ])('writes %s as %s', (text, expected) => {
    expect(asciiNumber(text)).toBe(expected);
  });
});

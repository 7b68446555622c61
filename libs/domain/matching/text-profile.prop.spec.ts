import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainText } from './letter-text.js';
import { profileText } from './text-profile.js';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const letters = fc.string({
  unit: fc.constantFrom(...'尊敬的领导您好请相关部门处理谢谢建国路八十号阳光花园3栋Ａ市，。 '),
  maxLength: 60,
});

describe('profileText', () => {
  it('is total: any string has a profile with sorted 32-bit grams', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (title, body, address) => {
        const { grams: kept, places } = profileText(title, body, address);
        const grams = Array.from(kept);
        expect(grams.every((gram, i) => Number.isInteger(gram) && gram === (gram | 0) && (i === 0 || grams[i - 1] < gram))).toBe(
          true,
        );
        expect(places.length).toBeLessThanOrEqual(24);
      }),
    );
  });

  it('is idempotent: plain text stays as it is', () => {
    fc.assert(fc.property(fc.oneof(anyText, letters), (text) => expect(plainText(plainText(text))).toBe(plainText(text))));
  });

  it('sees the same grams in a text and in its NFKC form', () => {
    fc.assert(
      fc.property(letters, (text) => expect(profileText('', text.normalize('NFKC')).grams).toEqual(profileText('', text).grams)),
    );
  });
});

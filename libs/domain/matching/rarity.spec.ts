import { describe, expect, it } from '@jest/globals';
import type { TextProfile } from './match-subject.js';
import { EVEN_RARITY, GramCounts, Rarity } from './rarity.js';

const text = (...grams: number[]): TextProfile => ({ grams, places: [] });
const [COMMON, RARE, UNSEEN] = [2, 4, 6];

function learned(texts: number): Rarity {
  const counts = new GramCounts();
  for (let at = 0; at < texts; at += 1) counts.add(at % 400 === 0 ? text(COMMON, RARE) : text(COMMON));
  return new Rarity(counts);
}

describe('rarity', () => {
  it('is the same for every gram of a city that has written nothing yet', () => {
    expect([COMMON, RARE, UNSEEN].map((gram) => EVEN_RARITY.of(gram).toFixed(3))).toEqual(['0.666', '0.666', '0.666']);
  });

  it('tells the grams apart that every letter has from those of a few', () => {
    expect([COMMON, RARE, UNSEEN].map((gram) => learned(4000).of(gram).toFixed(3))).toEqual(['0.098', '0.740', '1.054']);
  });

  it('moves slowly away from the even one while texts are few', () => {
    expect([COMMON, UNSEEN].map((gram) => learned(40).of(gram).toFixed(3))).toEqual(['0.387', '0.676']);
  });

  it('counts a gram whether or not it stands in the title', () => {
    const counts = new GramCounts();
    counts.add(text(COMMON | 1));
    const without = new GramCounts();
    without.add(text(COMMON));
    expect(counts).toEqual(without);
  });

  it('adds up a text by prefixes, its title by itself', () => {
    const { whole, title } = EVEN_RARITY.weigh(text(COMMON, RARE | 1, UNSEEN));
    expect([...whole].map((weight) => weight.toFixed(2))).toEqual(['0.00', '0.44', '0.89', '1.33']);
    expect([...title].map((weight) => weight.toFixed(2))).toEqual(['0.00', '0.00', '0.44', '0.44']);
  });
});

import type { PlaceName } from './named-places.js';

/** What tells streets and schools of one family apart: 建国东路 / 建国西路, 第一小学 / 第二小学. */
const COUNTED = /[东南西北中上下前后内外一二三四五六七八九十]/gu;

/** The names agree as far as one of them goes. */
export const isSameName = (p: string, q: string): boolean =>
  p === q || (p !== '' && q !== '' && (p.endsWith(q) || q.endsWith(p)));

/** Much alike: only the end agrees (`启动凉塘路`, `据说凉塘路`), or much of a long name does. Symmetric. */
export function isLikeName(p: PlaceName, q: PlaceName): boolean {
  const shared = sharedGrams(p, q).length;
  if (shared === 0) return false;
  const shorter = Math.min(p.grams.length, q.grams.length);
  const much = shared >= Math.max(2, 0.4 * shorter) || p.grams.at(-1) === q.grams.at(-1);
  return much && !areCountedApart(p.proper, q.proper);
}

/** What both names have in them. */
export const sharedGrams = (p: PlaceName, q: PlaceName): number[] => p.grams.filter((gram) => q.grams.includes(gram));

/** Both are counted, and not alike. */
function areCountedApart(p: string, q: string): boolean {
  const mine = (p.match(COUNTED) ?? []).join('');
  const theirs = (q.match(COUNTED) ?? []).join('');
  return mine !== '' && theirs !== '' && !isSameName(mine, theirs);
}

import type { PlaceName } from './named-places.js';

/** What tells streets and schools of one family apart: 建国东路 / 建国西路, 第一小学 / 第二小学. */
const COUNTED = /[东南西北中上下前后内外一二三四五六七八九十]/gu;

/** The names agree as far as one of them goes. */
export const isSameName = (p: string, q: string): boolean =>
  p === q || (p !== '' && q !== '' && (p.length > q.length ? p.endsWith(q) : q.endsWith(p)));

/** Much alike, of names that share some grams: only the end agrees (`启动凉塘路`, `据说凉塘路`), or much of a long name does. Symmetric. */
export function isLikeName(p: PlaceName, q: PlaceName, shared: number): boolean {
  const shorter = Math.min(p.grams.length, q.grams.length);
  const much = shared >= Math.max(2, 0.4 * shorter) || p.grams.at(-1) === q.grams.at(-1);
  return much && !areCountedApart(p.proper, q.proper);
}

/** Grams that both names have in them. */
export function countShared({ grams }: PlaceName, { grams: others }: PlaceName): number {
  let shared = 0;
  for (let at = 0; at < grams.length; at += 1) if (isAmong(others, grams[at])) shared += 1;
  return shared;
}

/** Whether a name's grams have one among them. */
export function isAmong(grams: readonly number[], gram: number): boolean {
  for (let at = 0; at < grams.length; at += 1) if (grams[at] === gram) return true;
  return false;
}

/** Both are counted, and not alike. */
function areCountedApart(p: string, q: string): boolean {
  const mine = (p.match(COUNTED) ?? []).join('');
  const theirs = (q.match(COUNTED) ?? []).join('');
  return mine !== '' && theirs !== '' && !isSameName(mine, theirs);
}

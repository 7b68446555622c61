/** Provinces by the first two digits of a card number (GB/T 2260). */
const PROVINCES = new Set(
  [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71]
    .concat([81, 82, 83, 91])
    .map(String),
);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** Whether this is the number of an identity card: 18 characters with their check digit (GB 11643), or the 15 of the old ones. */
export function isIdCard(text: string): boolean {
  if (!PROVINCES.has(text.slice(0, 2))) return false;
  if (/^\d{15}$/.test(text)) return isDay(`19${text.slice(6, 12)}`);
  if (!/^\d{17}[\dX]$/i.test(text) || !isDay(text.slice(6, 14))) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return CHECK_DIGITS[sum % 11] === text[17].toUpperCase();
}

/** yyyyMMdd of somebody who may be alive. */
function isDay(text: string): boolean {
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6, 8)].map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year <= 2099 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

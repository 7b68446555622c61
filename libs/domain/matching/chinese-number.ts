const DIGITS = new Map([...'零一二三四五六七八九'].map((character, value) => [character, value] as const));
DIGITS.set('〇', 0).set('两', 2);
const UNITS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** `三十六`, `一〇八`, `两百` → `36`, `108`, `200`; digits and letters stay as they are. */
export function asciiNumber(text: string): string {
  if (!/[零〇一二两三四五六七八九十百千]/.test(text)) return text.replace(/^0+(?=\d)/, '');
  if (!/[十百千]/.test(text)) return [...text].map((c) => DIGITS.get(c) ?? c).join('');
  let total = 0;
  let digit = 0;
  for (const character of text) {
    const unit = UNITS.get(character);
    if (unit === undefined) {
      digit = DIGITS.get(character) ?? Number(character);
      continue;
    }
    total += (digit || 1) * unit;
    digit = 0;
  }
  return String(total + digit);
}

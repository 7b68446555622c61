import { maskPhone } from '#identity/vault/mask.js';

const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/g;

/** A citizen's text with mobile numbers in it masked. */
export const hidePhones = (text: string): string => text.replace(MOBILE, maskPhone);

/** A value with mobile numbers masked in every text inside it; instants stay instants. */
export function hidePhonesIn<Value>(value: Value): Value {
  return hidden(value) as Value;
}

function hidden(value: unknown): unknown {
  if (typeof value === 'string') return hidePhones(value);
  if (Array.isArray(value)) return value.map(hidden);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hidden(inner)]));
}

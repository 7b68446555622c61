import type { KnownPerson } from './find-identities.js';
import { findIdentities } from './find-identities.js';
import type { FoundIdentity } from './identity.js';
import { maskMail, maskName, maskNumber } from './mask.js';

/** A text with everything in it masked by which a person could be found; every other character stays in its place. */
export const hideIdentities = (text: string, person?: KnownPerson): string => masked(text, findIdentities(text, person));

/** A text with what was found in it masked. */
export function masked(text: string, found: readonly FoundIdentity[]): string {
  let [hidden, from] = ['', 0];
  for (const one of found) {
    hidden += text.slice(from, one.start) + maskOf(one);
    from = one.end;
  }
  return from === 0 ? text : hidden + text.slice(from);
}

function maskOf({ kind, text }: FoundIdentity): string {
  if (kind === 'name') return maskName(text);
  return kind === 'mail' ? maskMail(text) : maskNumber(text);
}

/** A value with every text inside it masked; instants stay instants. */
export function hideIdentitiesIn<Value>(value: Value): Value {
  return hidden(value) as Value;
}

function hidden(value: unknown): unknown {
  if (typeof value === 'string') return hideIdentities(value);
  if (Array.isArray(value)) return value.map(hidden);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hidden(inner)]));
}

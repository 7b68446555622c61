import type { FoundFault } from './fault-words.js';

/** U+0000 and halves of a surrogate pair: PostgreSQL keeps neither. */
const UNSTORABLE = /\0|\p{Surrogate}/u;
/** No request of ours nests deeper than four levels; what reads it calls itself for each. */
const DEEPEST = 16;

interface Place {
  readonly value: unknown;
  readonly field: string;
  readonly depth: number;
}

/** The first value that could not be kept or even read to its end; without recursion, since depth is the attack. */
export function unusableIn(value: unknown, field: string): FoundFault | undefined {
  const places: Place[] = [{ value, field, depth: 0 }];
  for (let place = places.pop(); place; place = places.pop()) {
    const found = faultOf(place);
    if (found) return found;
    places.push(...insideOf(place));
  }
  return undefined;
}

function faultOf({ value, field, depth }: Place): FoundFault | undefined {
  if (typeof value === 'string' && UNSTORABLE.test(value))
    return { field, code: 'unstorable', english: `${field} has characters that cannot be kept`, limits: [] };
  if (depth > DEEPEST) return { field: field.slice(0, 100), code: 'tooDeep', english: 'it nests too deep', limits: [] };
  return undefined;
}

function insideOf({ value, field, depth }: Place): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([key, inner]) => ({
    value: inner,
    field: field === '' ? key : `${field}.${key}`,
    depth: depth + 1,
  }));
}

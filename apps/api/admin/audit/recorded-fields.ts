import { findIdentities } from '#domain/privacy/find-identities.js';

/** What of a request's body lands in the audit: which move, of which version, to whom. Never a text, a name or a secret. */
const RECORDED = new Set([
  ...[
    'requestId',
    'version',
    'base',
    'type',
    'kind',
    'command',
    'action',
    'answer',
    'verdict',
    'decision',
    'state',
    'status',
    'level',
  ],
  ...[
    'lead',
    'department',
    'departments',
    'coHandlers',
    'supervisor',
    'target',
    'channel',
    'platform',
    'partner',
    'category',
    'nature',
  ],
  ...['cases', 'numbers', 'number', 'into', 'from', 'reports', 'report', 'keep', 'ids', 'codes', 'draft'],
  ...['role', 'scope', 'disabled', 'enabled', 'thin', 'pull', 'dueAt', 'until', 'expiresAt', 'days', 'since', 'day', 'dryRun'],
]);

/** An id, a code, a day or a word of ours: what people write has blanks or Chinese. */
const WORD = /^[\w.:+/-]{1,64}$/;
/** A mobile or an identity number: never ours, whatever field it is put into. */
const OF_A_CITIZEN = /^(?:\+?86)?1[3-9]\d{9}$|^\d{17}[\dXx]$/;
/** A number as long as a telephone's is none of ours. */
const SMALL = 1_000_000;
const MOST_WORDS = 50;
const DEPTH = 2;

/** The fields of a body that may be kept, as far as their values are words of ours. */
export function recordedFields(body: unknown, depth = DEPTH): object | undefined {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return undefined;
  const kept = Object.entries(body).flatMap(([field, value]): [string, unknown][] => {
    const recorded = RECORDED.has(field) ? recordedValue(value, depth - 1) : undefined;
    return recorded === undefined ? [] : [[field, recorded]];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

const isOurs = (word: string): boolean => WORD.test(word) && !OF_A_CITIZEN.test(word) && findIdentities(word).length === 0;

function recordedValue(value: unknown, depth: number): unknown {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return Math.abs(value) < SMALL ? value : undefined;
  if (typeof value === 'string') return isOurs(value) ? value : undefined;
  if (Array.isArray(value))
    return value
      .slice(0, MOST_WORDS)
      .map((one) => recordedValue(one, 0))
      .filter((one) => one !== undefined);
  return depth > 0 ? recordedFields(value, depth) : undefined;
}

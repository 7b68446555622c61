import type { DepartmentId } from '../ids.js';
import type { EndpointHealth } from './endpoint-health.js';
import type { SignatureAlgorithm } from './webhook-signature.js';

/** What an operator may change of where and how a department receives. */
export interface EndpointTerms {
  /** Absent for a department that fetches its messages itself. */
  readonly url?: string;
  /** Only which case, in which version: the department reads the case itself, and we see who read it. */
  readonly thin: boolean;
  readonly algorithms: readonly SignatureAlgorithm[];
  /** Gets a copy of every message; what it answers is logged and counts for nothing. */
  readonly shadowUrl?: string;
  /** `whpk_…` of the department, when it signs its call-backs with ed25519. */
  readonly callbackKey?: string;
  /** Messages begun in one second at most, where that is not as for everybody; less than 1 is one every few seconds. */
  readonly ratePerSecond?: number;
  /** Messages in flight at once at most, where that is not as for everybody. */
  readonly concurrency?: number;
}

export const ENDPOINT_STATES = ['enabled', 'disabled'] as const;
export type EndpointState = (typeof ENDPOINT_STATES)[number];

/** Where a department receives. A disabled one is owed its messages, and none leaves. */
export interface Endpoint extends EndpointTerms {
  readonly department: DepartmentId;
  /** Whether the address may be a private or loopback one. */
  readonly allowPrivate: boolean;
  readonly state: EndpointState;
  /** Why it is disabled. */
  readonly reason?: string;
  /** Since when it is in that state. */
  readonly since: Date;
  readonly keys: readonly EndpointKey[];
  readonly health: EndpointHealth;
}

/** A secret with its time: while they rotate, the old one signs beside the new one until it expires. */
export interface EndpointKey {
  /** `whsec_…` or `whsk_…`; never shown. */
  readonly secret: string;
  readonly createdAt: Date;
  readonly expiresAt?: Date;
}

/** The secrets that sign and verify now, newest first. */
export function liveSecrets(keys: readonly EndpointKey[], now: Date): string[] {
  const live = keys.filter(({ expiresAt }) => expiresAt === undefined || expiresAt > now);
  const newestFirst = live.toSorted((left, right) => right.createdAt.getTime() - left.createdAt.getTime());
  return [...new Set(newestFirst.map(({ secret }) => secret))];
}

/** What verifies a department's call-backs: the shared secrets, and its own public key. Ours that sign alone verify nobody. */
export function callbackKeys({ keys, callbackKey }: Pick<Endpoint, 'keys' | 'callbackKey'>, now: Date): string[] {
  const shared = liveSecrets(keys, now).filter((secret) => secret.startsWith('whsec_'));
  return callbackKey === undefined ? shared : [...shared, callbackKey];
}

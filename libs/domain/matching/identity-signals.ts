import type { MatchSubject } from './match-subject.js';
import type { Weights } from './matching-policy.js';
import { finding, type Finding } from './signal-share.js';

/** What the platforms' own ids say: the same record, or one copied from another (转办). */
export function identitySignals(a: MatchSubject, b: MatchSubject, weights: Weights): Finding[] {
  if (a.platform === b.platform && a.externalId === b.externalId) {
    return [finding(weights, 'identity', 1, () => `同一平台同一编号:${a.externalId}`)];
  }
  if (!areRelayed(a, b)) return [];
  return [finding(weights, 'relay', 1, () => `转办件,原件编号:${a.relayOf?.externalId ?? b.relayOf?.externalId ?? ''}`)];
}

/** Whether one is the other's copy, or both are copies of a third. */
export function areRelayed(a: MatchSubject, b: MatchSubject): boolean {
  return isCopyOf(a, b) || isCopyOf(b, a) || haveOneOrigin(a, b);
}

function isCopyOf(copy: MatchSubject, origin: MatchSubject): boolean {
  const relay = copy.relayOf;
  if (relay?.externalId !== origin.externalId) return false;
  return relay.platform === undefined ? copy.platform !== origin.platform : relay.platform === origin.platform;
}

function haveOneOrigin(a: MatchSubject, b: MatchSubject): boolean {
  const [p, q] = [a.relayOf, b.relayOf];
  return p?.platform !== undefined && p.platform === q?.platform && p.externalId === q.externalId;
}

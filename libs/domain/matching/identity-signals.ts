import type { MatchSubject } from './match-subject.js';
import { SAY } from './sentences.js';
import { AT } from './signal-at.js';
import type { Tally } from './tally.js';

/** What the platforms' own ids say: the same record, or one copied from another (转办). */
export function identitySignals(a: MatchSubject, b: MatchSubject, tally: Tally): void {
  if (a.platform === b.platform && a.externalId === b.externalId) tally.add(AT.identity, 1, SAY.sameRecord, a.externalId);
  else if (areRelayed(a, b)) tally.add(AT.relay, 1, SAY.relayed, a.relayOf?.externalId ?? b.relayOf?.externalId ?? '');
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

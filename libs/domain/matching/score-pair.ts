import { circumstanceSignals } from './circumstance-signals.js';
import type { SignalShare } from './match-decision.js';
import type { MatchSubject } from './match-subject.js';
import type { MatchingPolicy, Signal } from './matching-policy.js';
import { share } from './signal-share.js';
import { wordsSignals } from './words-signals.js';

/** A score and the shares that add up to it. */
export interface ExplainedScore {
  readonly score: number;
  readonly shares: readonly SignalShare[];
}

/** How surely two reports are one matter, with every signal's part. Symmetric. */
export function scorePair(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy): ExplainedScore {
  const shares = onePlaceOnce([
    ...identitySignals(a, b, policy),
    ...wordsSignals(a, b, policy),
    ...circumstanceSignals(a, b, policy),
  ]);
  return { score: sumOf(shares), shares };
}

const WHERE: ReadonlySet<string> = new Set<Signal>(['component', 'place-number', 'place-name', 'distance', 'grid', 'area']);
/** What a further sign of the same spot adds. */
const FURTHER = 0.3;

/** Door number, coordinates and grid say one thing, "the same spot": the strongest counts in full, the others in part. */
function onePlaceOnce(shares: readonly SignalShare[]): SignalShare[] {
  let strongest: SignalShare | undefined;
  for (const found of shares) if (WHERE.has(found.signal) && found.share > (strongest?.share ?? 0)) strongest = found;
  return shares.map((found) => {
    if (found === strongest || found.share <= 0 || !WHERE.has(found.signal)) return found;
    return share(found.signal as Signal, found.share * FURTHER, `${found.because},位置已有更强依据,计三成`);
  });
}

/** The sum of shares, to the thousandth in which they are kept. */
export function sumOf(shares: readonly SignalShare[]): number {
  let sum = 0;
  for (const { share: points } of shares) sum += points;
  return Math.round(sum * 1000) / 1000 + 0;
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

function identitySignals(a: MatchSubject, b: MatchSubject, policy: MatchingPolicy): SignalShare[] {
  if (a.platform === b.platform && a.externalId === b.externalId) {
    return [share('identity', policy.weights['identity'] ?? 0, `同一平台同一编号:${a.externalId}`)];
  }
  if (!areRelayed(a, b)) return [];
  const origin = a.relayOf?.externalId ?? b.relayOf?.externalId ?? '';
  return [share('relay', policy.weights['relay'] ?? 0, `转办件,原件编号:${origin}`)];
}

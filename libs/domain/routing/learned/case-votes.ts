import { CONTEXTS, type Context } from './contexts.js';
import { DecayedCounts, type SavedCell, type Shares } from './decayed-counts.js';
import type { RoutingFacts } from './routing-facts.js';

/** Keys a context remembers at most. */
const KEYS_KEPT = 20_000;
/** Days after which the place where a unit works counts half; units seldom move. */
const PLACE_HALF_LIFE = 360;
/** Cases that a role is taken to have had in no unit of the place yet. */
const ELSEWHERE = 0.3;

/** What one context says: how many cases are alike, and how many of them each unit got. */
export interface Vote {
  /** Index of the context. */
  readonly context: number;
  readonly shares: Shares;
}

interface Box {
  readonly context: Context;
  readonly counts: DecayedCounts;
  /** By role and place: the units that do that work there. */
  readonly homes?: DecayedCounts;
}

export interface SavedVotes {
  readonly counts: readonly (readonly SavedCell[])[];
  readonly homes: readonly (readonly SavedCell[])[];
}

/** Which units got the cases that are alike, context by context. */
export class CaseVotes {
  private readonly boxes: readonly Box[] = CONTEXTS.map((context) => ({
    context,
    counts: new DecayedCounts(context.halfLife, KEYS_KEPT),
    ...(context.placeOf && { homes: new DecayedCounts(PLACE_HALF_LIFE, KEYS_KEPT) }),
  }));

  on(day: number, facts: RoutingFacts): Vote[] {
    return this.boxes.flatMap((box, context) => {
      const shares = box.counts.on(day, box.context.keyOf(facts));
      const units = shares && atHome(box, shares, day, facts);
      return units && units.of.size > 0 ? [{ context, shares: units }] : [];
    });
  }

  add(day: number, facts: RoutingFacts, unit: string, role: string): void {
    for (const { context, counts, homes } of this.boxes) {
      counts.add(day, context.keyOf(facts), homes ? role : unit);
      if (context.placeOf) homes?.add(day, homeKey(role, context.placeOf(facts)), unit);
    }
  }

  save(): SavedVotes {
    return { counts: this.boxes.map(({ counts }) => counts.save()), homes: this.boxes.map(({ homes }) => homes?.save() ?? []) };
  }

  restore({ counts, homes }: SavedVotes): void {
    this.boxes.forEach((box, index) => {
      box.counts.restore(counts[index]);
      box.homes?.restore(homes[index]);
    });
  }
}

const homeKey = (role: string, place: string): string => `${role}#${place}`;

/** Shares of roles become shares of the units that do that work in the case's place. */
function atHome({ context, homes }: Box, shares: Shares, day: number, facts: RoutingFacts): Shares {
  if (!homes || !context.placeOf) return shares;
  const place = context.placeOf(facts);
  const of = new Map<string, number>();
  for (const [role, share] of shares.of) {
    const here = homes.on(day, homeKey(role, place));
    if (!here) continue;
    for (const [unit, part] of here.of) of.set(unit, (of.get(unit) ?? 0) + (share * part) / (here.total + ELSEWHERE));
  }
  return { total: shares.total, of };
}

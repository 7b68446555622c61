import type { Spot } from '../world/spot.js';
import type { MatterKind } from './matter-kind.js';

/** How a matter stands to an earlier one that it is easily taken for. */
export type Likeness = 'next-door' | 'same-place' | 'same-words' | 'long-ago';

/** One thing that is wrong in the city: what every report about it has in common. */
export interface Matter {
  readonly id: string;
  /** Its place in the seed's story; everything drawn for it hangs on this and not on the id. */
  readonly number: number;
  readonly kind: MatterKind;
  readonly spot: Spot;
  /** The department that must act, whatever anybody's list says. */
  readonly department: string;
  /** Somebody else than usual must act. */
  readonly odd: boolean;
  /** Row chosen of each facet, and of the phrases that say since when. */
  readonly rows: Readonly<Record<string, readonly string[]>>;
  readonly nature: string;
  readonly componentCode?: string;
  /** Draws the phrases of its reports; two matters with the same one are told in the same words. */
  readonly voice: number;
  readonly likeness?: { readonly to: string; readonly how: Likeness };
}

/** What of a matter the score and the departments need; survives JSON. */
export interface MatterTruth {
  readonly id: string;
  readonly kind: string;
  readonly category: string;
  readonly department: string;
  readonly gridCode: string;
  readonly likeness?: Likeness;
}

/** The truth of a matter without how it is told. */
export const truthOf = (matter: Matter): MatterTruth => ({
  id: matter.id,
  kind: matter.kind.id,
  category: matter.kind.category,
  department: matter.department,
  gridCode: matter.spot.gridCode,
  likeness: matter.likeness?.how,
});

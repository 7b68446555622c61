/** A text as a unit vector: values at some of the places of a space. */
export interface SparseVector {
  readonly at: Int32Array;
  readonly values: Float32Array;
}

/** A gram that one text alone has tells nothing of another; one that a third of them have tells no topic. */
const FEWEST_TEXTS = 2;
const LARGEST_SHARE = 0.3;

/** Turns counted grams into vectors (sub-linear tf, idf over all texts), all of them in one space. */
export function toVectors(texts: readonly ReadonlyMap<string, number>[]): {
  readonly vectors: SparseVector[];
  readonly size: number;
} {
  const textsWith = new Map<string, number>();
  for (const grams of texts) for (const gram of grams.keys()) textsWith.set(gram, (textsWith.get(gram) ?? 0) + 1);
  const most = Math.max(FEWEST_TEXTS, LARGEST_SHARE * texts.length);
  const place = new Map<string, number>();
  const rarity: number[] = [];
  for (const [gram, having] of textsWith) {
    if (having < FEWEST_TEXTS || having > most) continue;
    place.set(gram, rarity.push(Math.log((1 + texts.length) / (1 + having)) + 1) - 1);
  }
  return { vectors: texts.map((grams) => toVector(grams, place, rarity)), size: rarity.length };
}

function toVector(
  grams: ReadonlyMap<string, number>,
  place: ReadonlyMap<string, number>,
  rarity: readonly number[],
): SparseVector {
  const at: number[] = [];
  const values: number[] = [];
  for (const [gram, count] of grams) {
    const where = place.get(gram);
    if (where === undefined) continue;
    at.push(where);
    values.push((1 + Math.log(count)) * rarity[where]);
  }
  const length = Math.hypot(...values) || 1;
  return { at: Int32Array.from(at), values: Float32Array.from(values, (value) => value / length) };
}

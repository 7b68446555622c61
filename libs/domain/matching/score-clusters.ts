import type { ExternalId } from '../ids.js';

/** Which case a labelled report truly belongs to, by the report's own id. */
export type TrueCases = ReadonlyMap<ExternalId, string>;

/** How a grouping agrees with the labels. */
export interface ClusterScore {
  /** Of the pairs put together, the share that belongs together. */
  readonly pairPrecision: number;
  /** Of the reports of one true case, the share found together with a report, in the mean over reports that are not alone. */
  readonly groupedRecall: number;
  /** Pairs put together that do not belong together. */
  readonly wrongPairs: number;
}

/** Scores a grouping of labelled reports; pairs of `undecided` (`a b`) count neither way. */
export function scoreClusters(
  grouping: ReadonlyMap<ExternalId, string>,
  truth: TrueCases,
  undecided: ReadonlySet<string> = new Set(),
): ClusterScore {
  const found = membersBy(grouping, truth);
  const real = membersBy(truth, truth);
  let [right, wrong, recall, counted] = [0, 0, 0, 0];
  for (const [id, matter] of truth) {
    const together = found.get(grouping.get(id) ?? '') ?? [];
    const same = together.filter((other) => truth.get(other) === matter).length;
    right += same - 1;
    wrong += together.filter((other) => truth.get(other) !== matter && !undecided.has(`${id} ${other}`)).length;
    const size = real.get(matter)?.length ?? 1;
    if (size === 1) continue;
    recall += same / size;
    counted += 1;
  }
  return {
    pairPrecision: right + wrong === 0 ? 1 : right / (right + wrong),
    groupedRecall: counted === 0 ? 1 : recall / counted,
    wrongPairs: wrong / 2,
  };
}

function membersBy(of: ReadonlyMap<ExternalId, string>, truth: TrueCases): Map<string, ExternalId[]> {
  const members = new Map<string, ExternalId[]>();
  for (const id of truth.keys()) {
    const group = of.get(id) ?? id;
    members.set(group, [...(members.get(group) ?? []), id]);
  }
  return members;
}

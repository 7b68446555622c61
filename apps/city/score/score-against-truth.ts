import type { CityRecord } from '../world/city-record.js';
import type { RecordName } from '../world/truth-book.js';

/** What the hub made of one record. */
export interface ScoredRow extends RecordName {
  /** Absent when no case was opened for it. */
  readonly caseNumber?: string | null;
  /** Department the hub chose by itself at first; absent when it held the case for an operator. */
  readonly routedTo?: string | null;
}

/** The part of the truth that the score needs. */
export interface Truth {
  record(name: RecordName): Pick<CityRecord, 'matterId' | 'withdrawn'> | undefined;
  majority(names: readonly RecordName[]): { readonly department: string } | undefined;
  /** Every record that the hub could have seen. */
  records(): readonly (RecordName & Pick<CityRecord, 'matterId' | 'withdrawn'>)[];
}

export interface Score {
  /** Of the pairs in one case, the share that really is one matter. */
  readonly pairPrecision: number;
  /** Of the pairs that really are one matter, the share in one case. */
  readonly pairRecall: number;
  /** Of the cases, the share whose first automatic department was right. */
  readonly routedRight: number;
  readonly pairs: { readonly truly: number; readonly claimed: number; readonly both: number };
  readonly cases: { readonly all: number; readonly right: number; readonly held: number };
}

const pairsOf = (n: number): number => (n * (n - 1)) / 2;
const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** Compares what the hub made of the city's records with what is true. Withdrawn and unknown records do not count. */
export function scoreAgainstTruth(rows: readonly ScoredRow[], truth: Truth): Score {
  const known = rows.flatMap((row) => {
    const record = truth.record(row);
    return record && !record.withdrawn && row.caseNumber ? [{ row, caseNumber: row.caseNumber, matterId: record.matterId }] : [];
  });
  const cases = grouped(known, ({ caseNumber }) => caseNumber);
  let [claimed, both, right, held] = [0, 0, 0, 0];
  for (const members of cases.values()) {
    claimed += pairsOf(members.length);
    for (const same of grouped(members, ({ matterId }) => matterId).values()) both += pairsOf(same.length);
    const chosen = members.find(({ row }) => row.routedTo)?.row.routedTo;
    if (!chosen) held++;
    else if (chosen === truth.majority(members.map(({ row }) => row))?.department) right++;
  }
  const real = truth.records().filter(({ withdrawn }) => !withdrawn);
  const truly = [...grouped(real, ({ matterId }) => matterId).values()].reduce((sum, { length }) => sum + pairsOf(length), 0);
  return {
    pairPrecision: share(both, claimed),
    pairRecall: share(both, truly),
    routedRight: share(right, cases.size),
    pairs: { truly, claimed, both },
    cases: { all: cases.size, right, held },
  };
}

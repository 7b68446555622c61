import { rounded } from './rounded.js';

/** What was counted under one key, as it stood at `day`. */
interface Cell {
  day: number;
  total: number;
  readonly shares: Map<string, number>;
}

/** Below this a share says nothing any more. */
const FORGOTTEN = 0.02;

/** Shares of one key as they stand on a day. */
export interface Shares {
  readonly total: number;
  readonly of: ReadonlyMap<string, number>;
}

/** One key as it is saved: key, day, then name and share in turn. */
export type SavedCell = readonly [string, number, ...(string | number)[]];

/** Counts by key that halve every `halfLife` days; of more keys than `most` the one that was not seen for longest is forgotten. */
export class DecayedCounts {
  private readonly cells = new Map<string, Cell>();

  constructor(
    private readonly halfLife: number,
    private readonly most: number,
  ) {}

  on(day: number, key: string): Shares | undefined {
    const cell = this.cells.get(key);
    if (cell === undefined) return undefined;
    const left = this.leftOf(cell, day);
    const of = new Map<string, number>();
    for (const [name, share] of cell.shares) if (share * left > FORGOTTEN) of.set(name, share * left);
    return of.size === 0 ? undefined : { total: cell.total * left, of };
  }

  add(day: number, key: string, name: string): void {
    const cell = this.cells.get(key) ?? { day, total: 0, shares: new Map<string, number>() };
    const left = this.leftOf(cell, day);
    for (const [known, share] of cell.shares) {
      if (share * left > FORGOTTEN) cell.shares.set(known, share * left);
      else cell.shares.delete(known);
    }
    cell.shares.set(name, (cell.shares.get(name) ?? 0) + 1);
    cell.total = cell.total * left + 1;
    cell.day = Math.max(cell.day, day);
    this.cells.delete(key);
    this.cells.set(key, cell);
    if (this.cells.size > this.most) this.cells.delete(this.cells.keys().next().value ?? key);
  }

  save(): SavedCell[] {
    return [...this.cells].map(([key, { day, shares }]) => [
      key,
      rounded(day),
      ...[...shares].flatMap(([name, share]) => [name, rounded(share)]),
    ]);
  }

  restore(saved: readonly SavedCell[]): void {
    for (const [key, day, ...flat] of saved) {
      const shares = new Map<string, number>();
      for (let i = 0; i + 1 < flat.length; i += 2) shares.set(String(flat[i]), Number(flat[i + 1]));
      const total = [...shares.values()].reduce((sum, share) => sum + share, 0);
      this.cells.set(key, { day, total, shares });
    }
  }

  /** Time does not run backwards: what comes late counts as of the newest day. */
  private leftOf(cell: Cell, day: number): number {
    return 0.5 ** (Math.max(0, day - cell.day) / this.halfLife);
  }
}

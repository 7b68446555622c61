/** Cases each unit is taken to have had before its first. */
const BEFORE = 0.1;

/** The units that ever got a case, with how many of all cases they got. */
export class KnownUnits {
  readonly ids: string[] = [];
  readonly indexOf = new Map<string, number>();
  private readonly cases: number[] = [];
  private all = 0;

  add(unit: string): void {
    let index = this.indexOf.get(unit);
    if (index === undefined) {
      index = this.ids.push(unit) - 1;
      this.indexOf.set(unit, index);
      this.cases.push(0);
    }
    this.cases[index] += 1;
    this.all += 1;
  }

  /** The share of all cases that each unit gets, by its index; never 0. */
  usualShares(): Float64Array {
    const all = this.all + BEFORE * this.ids.length;
    return Float64Array.from(this.cases, (cases) => (cases + BEFORE) / all);
  }

  save(): [string, number][] {
    return this.ids.map((unit, index) => [unit, this.cases[index]]);
  }

  restore(saved: readonly (readonly [string, number])[]): void {
    for (const [unit, cases] of saved) {
      this.indexOf.set(unit, this.ids.push(unit) - 1);
      this.cases.push(cases);
      this.all += cases;
    }
  }
}

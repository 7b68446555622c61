/** The where clause of a list whose filters may be there or not. */
export class Conditions {
  private readonly clauses: string[] = [];

  constructor(readonly parameters: unknown[] = []) {}

  /** Adds a condition; each `?` in it stands for the next value. */
  add(clause: string, ...values: unknown[]): this {
    let next = 0;
    this.clauses.push(clause.replace(/\?/g, () => this.bind(values[next++])));
    return this;
  }

  /** Adds a condition unless its only value is absent; every `?` stands for that value. */
  addIf(value: unknown, clause: string): this {
    if (value === undefined) return this;
    const place = this.bind(value);
    this.clauses.push(clause.replace(/\?/g, place));
    return this;
  }

  /** A place for one more value, for the part of the statement after the conditions. */
  bind(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }

  /** The conditions of an outer part of the same statement: no condition yet, the values counted on. */
  continued(): Conditions {
    return new Conditions(this.parameters);
  }

  toString(): string {
    return this.clauses.length === 0 ? 'true' : this.clauses.map((clause) => `(${clause})`).join(' and ');
  }
}

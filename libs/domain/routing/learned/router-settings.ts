export interface RouterSettings {
  /** Share of the cases it decides that must be right. */
  readonly wanted: number;
  /** A renamed or merged department → the one that took over; only the latter is ever learned or foretold. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Name of a department, whose work may be that of another place's department. */
  readonly nameOf: (department: string) => string | undefined;
  /** Whether there is such a department now; one that is gone without a successor is never foretold. */
  readonly exists: (department: string) => boolean;
}

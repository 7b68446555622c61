import type { OwnDuties } from '../routing/own-duties.js';

/** Own duties that went live. Version 0 is what the configuration folder says, and stands in no book. */
export interface DutyVersion {
  readonly version: number;
  readonly own: OwnDuties;
  /** The version it took the place of. */
  readonly base: number;
  readonly because: string;
  readonly by: string;
  readonly at: Date;
  /** The version it brought back. */
  readonly restores?: number;
}

/** The versions of the own duties that people published. */
export abstract class DutyBook {
  /** The newest one, where it is newer than that. */
  abstract newerThan(version: number): Promise<DutyVersion | undefined>;
}

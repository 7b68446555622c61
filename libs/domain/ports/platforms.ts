import type { PlatformId } from '../ids.js';
import type { PlatformAdapter } from './platform-adapter.js';

/** One configured platform with the adapter that speaks to it. */
export interface Platform {
  readonly id: PlatformId;
  /** Chinese title. */
  readonly title: string;
  readonly pullEverySeconds: number;
  readonly adapter: PlatformAdapter;
}

/** The platforms of this city. */
export abstract class Platforms {
  abstract all(): readonly Platform[];

  abstract find(id: PlatformId): Platform | undefined;
}

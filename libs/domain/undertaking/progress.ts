import type { UndertakingState } from './undertaking-state.js';
import { UNDERTAKING_STATES } from './undertaking-state.js';

/** How far a project or a list has come. */
export interface Progress {
  readonly all: number;
  readonly byState: Readonly<Record<UndertakingState, number>>;
  /** 完成率: done of all that were not dropped, 0 to 1; null where there is nothing to do. */
  readonly completionRate: number | null;
}

/** Adds up how many undertakings stand where; a state that is absent has none. */
export function progressOf(counts: Readonly<Partial<Record<UndertakingState, number>>>): Progress {
  const byState = Object.fromEntries(UNDERTAKING_STATES.map((state) => [state, counts[state] ?? 0])) as Progress['byState'];
  const all = UNDERTAKING_STATES.reduce((sum, state) => sum + byState[state], 0);
  const wanted = all - byState.dropped;
  return { all, byState, completionRate: wanted === 0 ? null : byState.done / wanted };
}

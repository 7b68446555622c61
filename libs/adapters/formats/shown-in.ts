import type { ReadBack } from '#domain/ports/platform-adapter.js';

/** Whether a platform's record shows a reference: as its answer, or among what followed before. */
export function shownIn(reference: string, answerRef: unknown, followUpRefs: unknown): ReadBack {
  const shown = answerRef === reference || (Array.isArray(followUpRefs) && followUpRefs.includes(reference));
  return { kind: shown ? 'shown' : 'absent' };
}

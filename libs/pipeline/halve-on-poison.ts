import { TransientError } from '#domain/errors.js';

/**
 * Works items together; when that fails, works each half by itself, down to the one item that is the poison. Busy
 * servers are no poison: a TransientError goes up, and the items wait.
 */
export async function halveOnPoison<Id, Result>(
  ids: readonly Id[],
  work: (part: readonly Id[]) => Promise<Result[]>,
  setAside: (id: Id, reason: string) => Promise<void>,
): Promise<Result[]> {
  try {
    return await work(ids);
  } catch (thrown) {
    if (thrown instanceof TransientError) throw thrown;
    if (ids.length > 1) {
      const middle = ids.length >> 1;
      const first = await halveOnPoison(ids.slice(0, middle), work, setAside);
      return [...first, ...(await halveOnPoison(ids.slice(middle), work, setAside))];
    }
    await setAside(ids[0], thrown instanceof Error ? thrown.message : String(thrown));
    return [];
  }
}

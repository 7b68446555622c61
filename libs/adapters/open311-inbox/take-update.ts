import type { InboxComment, InboxRecord } from './record.js';

/**
 * The record with one more comment, over all its versions: two comments that came at the same moment were each written
 * beside the other. Undefined when the newest version holds everything already.
 */
export function takeUpdate(versions: readonly InboxRecord[], comment: InboxComment): InboxRecord | undefined {
  const newest = versions.at(-1);
  if (!newest) return undefined;
  const known = new Map<string, InboxComment>();
  for (const one of [...versions.flatMap(({ updates }) => updates), comment]) {
    if (!known.has(one.update_id)) known.set(one.update_id, one);
  }
  if (newest.updates.length === known.size) return undefined;
  const updates = [...known.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const withdrawn = updates.some(({ said }) => said === 'withdrawn');
  return { ...newest, updated_datetime: after(newest, comment), updates, ...(withdrawn && { withdrawn }) };
}

/** Later than every version before, even where two come within a millisecond: the hub takes the later one for the truth. */
function after(newest: InboxRecord, { at }: InboxComment): string {
  const last = Date.parse(newest.updated_datetime);
  return new Date(Math.max(last + 1, Date.parse(at))).toISOString();
}

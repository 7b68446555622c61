import type { CategoryCode, ExternalId, PlatformId, ReportId } from '#domain/ids.js';
import type { MatchSubject } from '#domain/matching/match-subject.js';
import type { Place, Relay } from '#domain/report/report.js';
import { unpackGrams } from './row-mappers.js';

/**
 * Stored reports by their ids, in one row: thousands of rows cost the driver, and the garbage collector after it, as much as
 * comparing them does. Both aggregates go over the rows in one order.
 */
export const PACKED_SUBJECTS = `
select json_agg(json_build_array(id, platform, external_id, (extract(epoch from reported_at) * 1000)::bigint, category, place,
    reporter_hash, relay_of, places, octet_length(grams))) as said,
  string_agg(grams, '') as grams
from reports where id = any($1::uuid[])`;

type Said = readonly [
  id: ReportId,
  platform: PlatformId,
  externalId: ExternalId,
  reportedAt: number,
  category: CategoryCode,
  place: Place,
  reporterHash: string | null,
  relayOf: Relay | null,
  places: string[],
  bytesOfGrams: number,
];

/** What the statement answers; both are null where no report was found. */
export interface PackedSubjects {
  readonly said: readonly Said[] | null;
  /** The grams of all reports one after the other, as `packGrams` has each. */
  readonly grams: Buffer | null;
}

const NO_GRAMS = Buffer.alloc(0);

/** The reports as the matcher sees them, in no order. */
export function unpackSubjects({ said, grams }: PackedSubjects): MatchSubject[] {
  const words = unpackGrams(grams ?? NO_GRAMS);
  let at = 0;
  return (said ?? []).map(
    ([reportId, platform, externalId, reportedAt, category, place, reporterHash, relayOf, places, bytesOfGrams]) => {
      const from = at;
      at += bytesOfGrams / words.BYTES_PER_ELEMENT;
      return {
        reportId,
        platform,
        externalId,
        reportedAt: new Date(reportedAt),
        category,
        place,
        reporterHash: reporterHash ?? undefined,
        relayOf: relayOf ?? undefined,
        // A copy: a view would keep the grams of all of them alive.
        text: { grams: words.slice(from, at), places },
      };
    },
  );
}

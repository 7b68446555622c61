import type { PlatformId, ReportId } from '../ids.js';
import type { Fault } from '../ports/platform-adapter.js';
import { findCategory } from '../reference/find-category.js';
import type { Grid, Reference } from '../reference/reference.js';
import type { Place, Report, ReportDraft, SolvedOnTheSpot } from './report.js';

/** A platform's clock may be this far ahead of ours; a time beyond is a fault (lessons: clock skew ±5 min, doubled). */
const MAX_AHEAD_MS = 10 * 60_000;
/** Nothing is older: a time before it is a platform's null, not a date. */
const EARLIEST = Date.UTC(2000, 0, 1);
const MAX_TITLE_CHARACTERS = 200;
const MAX_BODY_CHARACTERS = 20_000;
const MAX_SOLUTION_CHARACTERS = 2_000;

export type NormalisedReport =
  { readonly kind: 'report'; readonly report: Report } | { readonly kind: 'rejected'; readonly faults: readonly Fault[] };

/** A draft in the hub's own terms: text in NFKC, our category, our grid; or the reasons why it cannot be used. */
export function normaliseReport(
  draft: ReportDraft,
  identity: { readonly id: ReportId; readonly platform: PlatformId; readonly reporterHash?: string; readonly receivedAt: Date },
  reference: Pick<Reference, 'mappings' | 'grids'>,
  findGrid: (longitude: number, latitude: number) => Grid | undefined,
): NormalisedReport {
  const body = saidToBeCut(cleanText(draft.body, MAX_BODY_CHARACTERS), draft.body.length);
  const title = cleanText(draft.title, MAX_TITLE_CHARACTERS) || body.slice(0, 40);
  const faults = [
    ...timeFaults(draft, identity.receivedAt),
    ...(title ? [] : [{ field: 'title', message: 'title and body are empty' }]),
  ];
  if (faults.length > 0) return { kind: 'rejected', faults };
  const { reporter: _reporter, echo: _echo, textIsGenerated: _generated, solvedOnTheSpot, ...facts } = draft;
  return {
    kind: 'report',
    report: {
      ...facts,
      id: identity.id,
      platform: identity.platform,
      title,
      body,
      category: findCategory(reference.mappings, draft.sourceCategory),
      place: locate(draft.place, reference, findGrid),
      ...(solvedOnTheSpot && { solvedOnTheSpot: cleanSolution(solvedOnTheSpot) }),
      reporterHash: identity.reporterHash,
    },
  };
}

/** NFKC, control characters out, runs of blanks to one; cut at `limit` characters. */
const cleanText = (text: string, limit: number): string =>
  text
    .slice(0, limit)
    .normalize('NFKC')
    // eslint-disable-next-line no-control-regex -- control characters are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim();

/** Whoever reads the report learns that it went on; the record is kept whole as it came. */
const saidToBeCut = (text: string, whole: number): string =>
  whole <= MAX_BODY_CHARACTERS ? text : `${text}……（原文 ${whole} 字，此处只录前 ${MAX_BODY_CHARACTERS} 字）`;

const cleanSolution = (solved: SolvedOnTheSpot): SolvedOnTheSpot => ({
  ...solved,
  how: cleanText(solved.how, MAX_SOLUTION_CHARACTERS),
});

function timeFaults(draft: ReportDraft, receivedAt: Date): Fault[] {
  const latest = receivedAt.getTime() + MAX_AHEAD_MS;
  return (['reportedAt', 'sourceUpdatedAt'] as const).flatMap((field) => {
    const time = draft[field].getTime();
    if (time > latest) return [{ field, message: `is in the future: ${draft[field].toISOString()}` }];
    if (!(time >= EARLIEST)) return [{ field, message: 'is no date after 2000-01-01' }];
    return [];
  });
}

/** The grid a platform names, or the one the coordinates lie in; street and community follow the grid. */
function locate(
  place: Place,
  reference: Pick<Reference, 'grids'>,
  findGrid: (longitude: number, latitude: number) => Grid | undefined,
): Place {
  const { longitude, latitude } = place;
  const named = place.gridCode === undefined ? undefined : reference.grids.get(place.gridCode);
  const grid = named ?? (longitude === undefined || latitude === undefined ? undefined : findGrid(longitude, latitude));
  const address = place.address === undefined ? undefined : cleanText(place.address, MAX_TITLE_CHARACTERS);
  if (!grid) return { ...place, address };
  return {
    ...place,
    address,
    gridCode: grid.code,
    street: place.street ?? grid.street,
    community: place.community ?? grid.community,
  };
}

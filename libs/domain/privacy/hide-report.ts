import type { Report, Reporter } from '../report/report.js';
import type { KnownPerson } from './find-identities.js';
import { findIdentities } from './find-identities.js';
import type { OriginalWords } from './hidden-part.js';
import { masked } from './hide-identities.js';

/** Where a report has words. */
export type ReportWords = Pick<Report, 'title' | 'body' | 'place' | 'solvedOnTheSpot'>;

/** A report as everybody may see it, and what was taken out of it. */
interface HiddenReport<Words> {
  readonly report: Words;
  /** Absent when nobody was named. */
  readonly original?: OriginalWords;
  /** Telephone and card numbers in the words, as they were written. */
  readonly numbers: readonly string[];
}

const NUMBERS = new Set(['mobile', 'landline', 'id-card', 'bank-card']);

/** Masks persons wherever a report has words: in title, body, address and how it was solved. */
export function hideReport<Words extends ReportWords>(report: Words, person: Reporter = {}): HiddenReport<Words> {
  const numbers: string[] = [];
  const hide = (text: string): string => hideWords(text, person, numbers);
  const body = hide(report.body);
  const { title, place, solvedOnTheSpot } = report;
  const hidden = {
    // A title that is the beginning of the body may end in the middle of a number.
    title: report.body.startsWith(title) ? body.slice(0, title.length) : hide(title),
    body,
    address: place.address === undefined ? undefined : hide(place.address),
    solution: solvedOnTheSpot && hide(solvedOnTheSpot.how),
  };
  const original = changed({ title, body: report.body, address: place.address, solution: solvedOnTheSpot?.how }, hidden);
  if (!original) return { report, numbers };
  return {
    original,
    numbers,
    report: {
      ...report,
      title: hidden.title,
      body: hidden.body,
      place: { ...place, address: hidden.address },
      ...(solvedOnTheSpot && { solvedOnTheSpot: { ...solvedOnTheSpot, how: hidden.solution ?? '' } }),
    },
  };
}

function hideWords(text: string, person: KnownPerson, numbers: string[]): string {
  const found = findIdentities(text, person);
  for (const one of found) if (NUMBERS.has(one.kind)) numbers.push(one.text);
  return masked(text, found);
}

function changed(before: OriginalWords, after: OriginalWords): OriginalWords | undefined {
  const names = (['title', 'body', 'address', 'solution'] as const).filter((name) => before[name] !== after[name]);
  return names.length === 0 ? undefined : Object.fromEntries(names.map((name) => [name, before[name]]));
}

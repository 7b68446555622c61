import type { CityAnswer, CityRecord } from '../world/city-record.js';

/** The final answer a platform shows; a later one replaces it. */
export const shownAnswer = (record: CityRecord): CityAnswer | undefined => record.answers.findLast((answer) => answer.final);

/** References of everything else that was written to the record: progress, and final answers since replaced. */
export function followUpRefs(record: CityRecord): string[] {
  const shown = shownAnswer(record);
  return record.answers.filter((answer) => answer !== shown).map((answer) => answer.reference);
}

/** Title and text for platforms that know only one field. */
export const wholeText = (record: CityRecord): string =>
  record.title === '' || record.body.includes(record.title) ? record.body : `${record.title}。${record.body}`;

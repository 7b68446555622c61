import type { CityRecord } from '../world/city-record.js';
import { Random } from '../world/random.js';
import type { InMemoryRecordBook } from '../world/record-book.js';

const SATISFIED = 0.92;
const UNSOLVED = 0.04;

export interface CitizenOptions {
  readonly seed: number;
  /** 1 is the usual pace; less is faster. */
  readonly pace: number;
  readonly now: () => Date;
}

/** What a citizen thinks of a final answer; undefined: keeps silent. */
export function opinionOf(record: CityRecord, seed: number): { solved: boolean; satisfied: boolean } | undefined {
  const finals = record.answers.filter(({ final }) => final).length;
  if (finals === 0 || record.withdrawn || record.evaluation?.solved) return undefined;
  if (record.evaluation) return finals > 1 ? { solved: true, satisfied: true } : undefined;
  const drawn = Random.of(seed, 'opinion', record.platform, record.externalId.slice(-5)).next();
  if (drawn < SATISFIED) return { solved: true, satisfied: true };
  return drawn < SATISFIED + UNSOLVED ? { solved: false, satisfied: false } : undefined;
}

/** The citizens read their answers and say whether they are served. Returns how to stop them. */
export function startCitizens(book: InMemoryRecordBook, options: CitizenOptions): () => void {
  const waiting = new Set<NodeJS.Timeout>();
  const evaluate = (platform: CityRecord['platform'], externalId: string): void => {
    const record = book.find(platform, externalId);
    const opinion = record && opinionOf(record, options.seed);
    if (opinion) book.amend(platform, externalId, { evaluation: { ...opinion, at: options.now() } });
  };
  const random = Random.of(options.seed, 'citizens');
  const unsubscribe = book.subscribe(({ platform, externalId, answers }, event) => {
    if (event !== 'answered' || !answers.at(-1)?.final) return;
    const timer = setTimeout(
      () => {
        waiting.delete(timer);
        evaluate(platform, externalId);
      },
      random.between(100, 900) * options.pace,
    );
    waiting.add(timer);
  });
  return () => {
    unsubscribe();
    for (const timer of waiting) clearTimeout(timer);
  };
}

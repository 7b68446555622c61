import type { CityRecord } from '../world/city-record.js';
import { Random } from '../world/random.js';
import type { InMemoryRecordBook } from '../world/record-book.js';

const SATISFIED = 0.92;
const UNSERVED = 0.04;
/** Of those who were not served, who think the same of the second answer. */
const UNSERVED_AGAIN = 0.3;

export interface CitizenOptions {
  readonly seed: number;
  /** 1 is the usual pace; less is faster. */
  readonly pace: number;
  readonly now: () => Date;
}

export interface Opinion {
  readonly solved: boolean;
  readonly satisfied: boolean;
}

const SERVED: Opinion = { solved: true, satisfied: true };
const isServed = ({ solved, satisfied }: Opinion): boolean => solved && satisfied;

/** What a citizen thinks of a final answer; undefined: keeps silent. Nobody is unhappy a third time. */
export function opinionOf(record: CityRecord, seed: number): Opinion | undefined {
  const finals = record.answers.filter(({ final }) => final).length;
  if (finals === 0 || record.withdrawn) return undefined;
  const random = Random.of(seed, 'opinion', record.platform, record.externalId.slice(-5));
  const drawn = random.next();
  const unserved: Opinion = { solved: random.chance(0.4), satisfied: false };
  if (record.evaluation) {
    if (isServed(record.evaluation) || finals < 2) return undefined;
    return finals === 2 && random.chance(UNSERVED_AGAIN) ? unserved : SERVED;
  }
  if (drawn < SATISFIED) return SERVED;
  return drawn < SATISFIED + UNSERVED ? unserved : undefined;
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

import type { CitySettings } from '../world/city-settings.js';
import { CITY_PLATFORMS } from '../world/city-record.js';
import type { CityRecord } from '../world/city-record.js';
import { Random } from '../world/random.js';
import type { InMemoryRecordBook } from '../world/record-book.js';
import type { Timeline } from '../world/timeline.js';
import type { TruthBook } from '../world/truth-book.js';
import { boundedWorld, World } from '../world/world.js';
import type { CityOptions } from './city-options.js';

/** Records a city that runs for ever keeps at most; those that are through are forgotten first. */
const MOST_RECORDS = 4000;
const MATTER_EVERY_MS = 1000;
/** A citizen who kept silent so long after an answer will not speak. */
const SILENT_MS = 10 * 60_000;

export interface StoryParts {
  readonly book: InMemoryRecordBook;
  readonly truth: TruthBook;
  readonly timeline: Timeline;
  readonly start: Date;
  readonly elapsed: () => number;
}

export interface Story {
  idsGiven(): number;
  stop(): void;
}

/** A bounded city tells its matters once; a continuous one begins with some and goes on for ever. */
export function tellStory(
  options: CityOptions,
  settings: CitySettings,
  parts: StoryParts,
  before: { readonly idsGiven: number; readonly openings: number } | undefined,
): Story {
  const openings = before?.openings ?? 0;
  const worldOptions = { seed: options.seed + openings, start: parts.start, salt: options.salt, idsFrom: before?.idsGiven };
  if (options.mode === 'bounded') {
    parts.timeline.plan(boundedWorld(worldOptions, settings, options.matters, options.overSeconds));
    return { idsGiven: () => 0, stop: () => undefined };
  }
  const world = new World(worldOptions, settings);
  if (!before) parts.timeline.plan(Array.from({ length: options.matters }, () => world.historic(0)));
  const stop = keepTelling(world, parts, Random.of(worldOptions.seed, 'arrivals'));
  return { idsGiven: () => world.ids.given, stop };
}

function keepTelling(world: World, parts: StoryParts, random: Random): () => void {
  let timer: NodeJS.Timeout | undefined;
  const tellNext = (): void => {
    forgetOld(parts);
    // With no hub to answer anybody nothing can be forgotten: the city waits for one.
    if (countOf(parts.book) < 2 * MOST_RECORDS) parts.timeline.plan([world.present(parts.elapsed())]);
    timer = setTimeout(tellNext, random.between(0.2, 1.8) * MATTER_EVERY_MS);
  };
  tellNext();
  return () => clearTimeout(timer);
}

/** Forgets the oldest records that are through, and matters of which no record is left. */
export function forgetOld({ book, truth, timeline }: Pick<StoryParts, 'book' | 'truth' | 'timeline'>, most = MOST_RECORDS): void {
  let left = countOf(book);
  if (left <= most) return;
  const through = book.all().filter(isThrough);
  through.sort((a, b) => a.updatedAt.getTime() - b.updatedAt.getTime());
  const target = Math.floor(most * 0.9);
  for (const { platform, externalId } of through) {
    if (left <= target) break;
    book.forget(platform, externalId);
    left--;
  }
  const alive = new Set(book.all().map(({ matterId }) => matterId));
  for (const { id } of truth.all()) if (!alive.has(id) && !timeline.expects(id)) truth.forget(id);
}

const countOf = (book: InMemoryRecordBook): number => CITY_PLATFORMS.reduce((sum, platform) => sum + book.count(platform), 0);

function isThrough({ withdrawn, evaluation, answers, updatedAt }: CityRecord): boolean {
  if (withdrawn || evaluation) return withdrawn || evaluation?.solved === true;
  return answers.some(({ final }) => final) && Date.now() - updatedAt.getTime() > SILENT_MS;
}

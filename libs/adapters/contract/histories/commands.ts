import fc from 'fast-check';
import type { CityRecord } from '#apps/city/world/city-record.js';
import type { CrashPoint } from './crashing-store.js';
import type { History } from './history.js';

/** What is known of a history without looking at it. */
export interface Story {
  records: number;
}

type Command = fc.AsyncCommand<Story, History>;

const always = (): boolean => true;
const onceThereIsOne = ({ records }: Readonly<Story>): boolean => records > 0;

const told = (words: string, check: Command['check'], run: Command['run']): Command => ({ check, run, toString: () => words });

const create = (count: number, lateSeconds: number): Command =>
  told(`${count} new, ${lateSeconds} s late`, always, async (story, history) => {
    for (let n = 0; n < count; n++) await history.create(lateSeconds);
    story.records += count;
  });

const change = (words: string, at: number, edit: Partial<CityRecord>): Command =>
  told(`${words} ${at}`, onceThereIsOne, (_story, history) => history.change(at, edit));

const remove = (at: number): Command =>
  told(`delete ${at}`, onceThereIsOne, async (story, history) => {
    await history.remove(at);
    story.records--;
  });

const wait = (seconds: number): Command => told(`wait ${seconds} s`, always, async (_story, history) => history.wait(seconds));

const setClock = (seconds: number): Command =>
  told(`the platform's clock is ${seconds} s ahead`, always, async (_story, history) => {
    history.skewSeconds = seconds;
  });

const restart = (): Command => told('restart', always, async (_story, history) => history.restart());

const pull = (): Command => told('pull', always, (_story, history) => history.pull());

const crash = (point: CrashPoint): Command =>
  told(`crash ${point.committed ? 'after' : 'before'} page ${point.page}`, always, (_story, history) => history.pull(point));

const BAD_DAY = { tooMany: 0.15, serverError: 0.15, truncatedBody: 0.2, repeatedId: 0.3, unreadableRecord: 0.05 };

const pullOnABadDay = (): Command => told('pull on a bad day', always, (_story, history) => history.pull(undefined, BAD_DAY));

const which = fc.nat(30);

/** Everything that happens to a platform and to the hub. */
export const commands = fc.commands<Story, History, false>(
  [
    fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constant(0)).map(([count, late]) => create(count, late)),
    // a burst: more records of one moment than a page holds
    fc.integer({ min: 5, max: 9 }).map((count) => create(count, 0)),
    fc.integer({ min: 1, max: 50 }).map((late) => create(1, late)),
    fc.tuple(which, fc.nat(1e6)).map(([at, mark]) => change('update', at, { body: `改过的诉求 ${mark}` })),
    which.map((at) => change('withdraw', at, { withdrawn: true })),
    which.map((at) => remove(at)),
    fc.constantFrom(1, 20, 90, 3600).map((seconds) => wait(seconds)),
    fc.constantFrom(-300, 0, 300).map((seconds) => setClock(seconds)),
    fc.constant(undefined).map(restart),
    fc.constant(undefined).map(pull),
    fc.tuple(fc.integer({ min: 1, max: 6 }), fc.boolean()).map(([page, committed]) => crash({ page, committed })),
    fc.constant(undefined).map(pullOnABadDay),
  ],
  { maxCommands: 24, size: 'max' },
);

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commands } from './histories/commands.js';
import { History } from './histories/history.js';
import { loadKinds } from './load-kinds.js';
import type { Subject } from './load-kinds.js';

const HISTORY = 'ends every history of pulls, crashes, clocks and changes with the records of an undisturbed run';
/** Over all pulling kinds together. */
const HISTORIES = 500;

const isPulling = (subject: Subject | Error): subject is Subject =>
  !(subject instanceof Error) && subject.groups.includes('histories') && subject.kind.skips[HISTORY] === undefined;

const subjects = [...(await loadKinds()).values()].filter(isPulling);
const share = Math.ceil(HISTORIES / subjects.length);

describe(`${share} histories of each kind that pulls`, () => {
  it.each(subjects.map((subject) => [subject.name, subject] as const))(
    'of %s end with the same records as a run that nothing disturbed: none lost, none invented',
    async (_name, subject) => {
      await fc.assert(
        fc.asyncProperty(commands, async (happenings) => {
          const history = await History.open(subject);
          try {
            await fc.asyncModelRun(() => ({ model: { records: 0 }, real: history }), happenings);
            const newest = await history.newest();
            const undisturbed = await history.undisturbed();
            const shown = history.ids;
            const of = (kept: ReadonlyMap<string, string>) => Object.fromEntries(shown.map((id) => [id, kept.get(id)]));
            expect(of(newest)).toEqual(of(undisturbed));
            expect(shown.filter((id) => !newest.has(id))).toEqual([]);
            expect(history.invented).toEqual([]);
          } finally {
            await history.close();
          }
        }),
        { numRuns: share, seed: 20261122 },
      );
    },
    600_000,
  );
});
